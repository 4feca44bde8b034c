import type { Reply } from '../outbox/transport';

/** How far an attempt has come; see the endpoint in the room `learn`. */
export interface Newest {
  attempt: string;
  sequence: number;
  submitted: boolean;
}

/** What a page shows of an answer: of the try that it is at. */
export interface Shown {
  readonly attempt: string;
  readonly sequence: number;
  readonly server: { readonly submittedAt: string | null } | undefined;
}

/** Whether a page shows another state than the server has. */
export function behind(shown: Shown, newest: ReadonlyMap<string, Newest>): boolean {
  const told = newest.get(shown.attempt);
  return !!told && (told.sequence > shown.sequence || told.submitted !== !!shown.server?.submittedAt);
}

/** An answer on the page. */
export interface Followed {
  readonly attempt: string;
  behind(newest: ReadonlyMap<string, Newest>): boolean;
  look(): Promise<void>;
}

/** What it needs of the world; a test gives its own. */
interface World {
  request(path: string): Promise<Reply>;
  visible(): boolean;
  later(work: () => void, ms: number): () => void;
}

const PAUSE_MS = 15_000;

/**
 * Shows what another device saved also where nobody touches the page: one small request for all answers of a course, while
 * the page is seen. Nothing is said when it fails, since nothing of this page is unsaved by it.
 */
export class Follower {
  private readonly answers = new Set<Followed>();
  private cancel: (() => void) | undefined;

  constructor(private readonly world: World) {}

  add(answer: Followed): void {
    this.answers.add(answer);
    this.wait();
  }

  remove(answer: Followed): void {
    this.answers.delete(answer);
    if (this.answers.size) return;
    this.cancel?.();
    this.cancel = undefined;
  }

  private wait(): void {
    if (this.answers.size) this.cancel ??= this.world.later(() => void this.look(), PAUSE_MS);
  }

  private async look(): Promise<void> {
    this.cancel = undefined;
    if (this.world.visible()) {
      const courses = new Set([...this.answers].map(({ attempt }) => attempt.split(':')[0]!).filter(Boolean));
      await Promise.all([...courses].map((course) => this.ask(course)));
    }
    this.wait();
  }

  private async ask(course: string): Promise<void> {
    const reply = await this.world.request(`api/courses/${encodeURIComponent(course)}/newest`);
    if (reply.kind !== 'ok') return;
    const newest = new Map((reply.body as Newest[]).map((told) => [told.attempt, told]));
    for (const answer of this.answers) if (answer.behind(newest)) void answer.look();
  }
}
