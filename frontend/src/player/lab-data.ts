import type { Init, Reply } from '../outbox/transport';
import type { DataProblem } from './lab-data-words';

export interface OwnFile {
  data: string;
  name: string;
  inputs: number;
  examples: number;
  classes: number;
  used: boolean;
}

/** The files of the person who is signed in: kept, listed and removed by the server, one at a time. */
export class OwnData {
  files: OwnFile[] = [];
  loaded = false;
  busy = false;
  open = false;
  /** The name of the file that was not taken, and why. */
  wrong: { name: string; problems: DataProblem[] } | undefined;
  refusal: string | undefined;
  taken: string | undefined;

  constructor(
    private readonly request: (path: string, init?: Init) => Promise<Reply>,
    private readonly changed: () => void,
  ) {}

  show(open: boolean) {
    this.open = open;
    this.changed();
  }

  async load(): Promise<void> {
    if (this.loaded || this.busy) return;
    await this.ask('api/data', {}, (body) => (this.files = body.files));
  }

  /** Whether data are a person's file that is not theirs who is signed in; false while that is not known. */
  isOthers(data: unknown): boolean {
    return this.loaded && String(data).startsWith('own:') && !this.files.some((file) => file.data === data);
  }

  /** Keeps a file; gives what it is called in experiments, if it was taken. */
  async add(file: File): Promise<string | undefined> {
    let data: string | undefined;
    await this.ask(`api/data?name=${encodeURIComponent(file.name)}`, { method: 'POST', file }, (body: OwnFile) => {
      data = body.data;
      this.files = [body, ...this.files.filter((one) => one.data !== body.data)];
      this.taken = body.name;
      this.open = false;
    }, file.name);
    return data;
  }

  async remove(data: string): Promise<void> {
    await this.ask(`api/data/remove?data=${encodeURIComponent(data)}`, { method: 'POST' }, (body) => (this.files = body.files));
  }

  say(refusal: string) {
    this.refusal = refusal;
    this.changed();
  }

  private async ask(path: string, init: Init, ok: (body: any) => void, name = '') {
    this.busy = true;
    this.wrong = undefined;
    this.refusal = undefined;
    this.taken = undefined;
    this.changed();
    const reply = await this.request(path, init);
    this.busy = false;
    if (reply.kind === 'ok') {
      if (path === 'api/data' || path.startsWith('api/data/')) this.loaded = true;
      ok(reply.body);
    } else if (reply.kind === 'refused' && reply.body?.code === 'no-data') {
      this.wrong = { name, problems: reply.body.details.problems };
    } else this.refusal = reply.kind === 'refused' ? (reply.body?.code ?? String(reply.status)) : reply.kind;
    this.changed();
  }
}
