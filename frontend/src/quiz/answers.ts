import { request } from '../outbox/transport';
import type { SkipAnswer } from '../player/answer';
import type { Stand } from '../player/answer-in-quiz';
import type { SkipFlag } from './flag';

/** A question of a sitting, in its order; `answered` as the page was built. */
export interface Item {
  question: string;
  attempt: string;
  section: number;
  answered: boolean;
}

/** The answers that are on the page. Each saves itself; what is asked of all of them is asked here. */
export class Answers {
  private get all(): SkipAnswer[] {
    return [...document.querySelectorAll<SkipAnswer>('skip-answer[in-quiz]')];
  }

  /** How each of them stands, by its question. */
  stands(): Map<string, Stand> {
    return new Map(this.all.map(({ question, stand }) => [question, stand]));
  }

  /** With the lock what is unsaved goes out at once: it was typed before. */
  lock(on: boolean): void {
    for (const answer of this.all) {
      if (answer.locked === on) continue;
      answer.locked = on;
      if (on) void answer.save();
    }
  }

  flag(on: (question: string) => boolean): void {
    for (const flag of document.querySelectorAll<SkipFlag>('skip-flag')) flag.on = on(flag.question);
  }

  /** Saves all; gives the questions that could not be. One that lacks its certainty is no answer yet and holds up nobody. */
  async save(): Promise<string[]> {
    const saved = await Promise.all(this.all.map(async (answer) => ({ answer, saved: await answer.save() })));
    return saved
      .filter(({ answer, saved }) => !saved && answer.stand.standing !== 'unsure')
      .map(({ answer }) => answer.question);
  }

  async look(questions: string[]): Promise<void> {
    await Promise.all(this.all.filter(({ question }) => questions.includes(question)).map((answer) => answer.look()));
  }

  /** The sequence of each answer as it is seen here; those of a section that was left are asked for. */
  async bases(items: Item[]): Promise<Record<string, number> | undefined> {
    const bases: Record<string, number> = {};
    for (const { question, attempt } of items) {
      const stand = this.stands().get(question);
      if (stand) {
        bases[question] = stand.sequence;
        continue;
      }
      const reply = await request(`api/attempts/${encodeURIComponent(attempt)}/answers/${encodeURIComponent(question)}`);
      if (reply.kind !== 'ok') return undefined;
      bases[question] = reply.body.sequence;
    }
    return bases;
  }
}
