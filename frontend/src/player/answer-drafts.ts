import type { Draft } from '../outbox/drafts';

/** Where drafts are kept, and who writes them; a test gives its own. */
export interface Shelf {
  drafts: {
    put(draft: Draft): Promise<void>;
    drop(key: string): Promise<void>;
    ofSlot(slot: string): Promise<Draft[]>;
    orphaned(draft: Draft): Promise<boolean>;
  };
  /** This page load. */
  writer: string;
  fresh(): string;
}

/** A text that is not known to be committed. */
export type Writing = Pick<Draft, 'base' | 'writeId' | 'value' | 'sent' | 'late'>;

/** What this browser keeps of one answer: the text that this page is writing, and texts that lost a race. */
export class AnswerDrafts {
  /** Other texts of this person: never thrown away unseen. */
  kept: Draft[] = [];

  private last: Promise<void> = Promise.resolve();

  constructor(
    readonly slot: string,
    private readonly shelf: Shelf,
  ) {}

  /** The newest text that a closed page left; older ones are shelved, unless they say the same. */
  async find(): Promise<Draft | undefined> {
    const orphans: Draft[] = [];
    for (const draft of await this.shelf.drafts.ofSlot(this.slot)) {
      if (await this.shelf.drafts.orphaned(draft)) orphans.push(draft);
    }
    this.kept = orphans.filter((draft) => draft.archived);
    const [newest, ...older] = orphans.filter((draft) => !draft.archived).sort((a, b) => b.at - a.at);
    for (const draft of older) await this.shelve(draft, newest!.value);
    return newest;
  }

  private async shelve(older: Draft, newest: string): Promise<void> {
    if (older.value !== newest) await this.archive(older);
    if (older.key !== this.key) await this.shelf.drafts.drop(older.key);
  }

  /** Keeps the text as this page's. */
  put(writing: Writing) {
    this.last = this.shelf.drafts.put({
      ...writing,
      key: this.key,
      slot: this.slot,
      writer: this.shelf.writer,
      at: Date.now(),
      archived: false,
    });
  }

  /** Keeps a closed page's text as this page's; only then may the other go. */
  adopt(draft: Draft) {
    this.put(draft);
    if (draft.key !== this.key) this.last = this.last.then(() => this.shelf.drafts.drop(draft.key));
  }

  /** Resolves when what was put is kept. */
  get written(): Promise<void> {
    return this.last;
  }

  /** The text of this page is committed, or set aside. */
  drop(): Promise<void> {
    return this.shelf.drafts.drop(this.key);
  }

  /** Keeps a text that lost, to be read; it is never taken up again. */
  async setAside(writing: Writing): Promise<void> {
    await this.archive({ ...writing, key: '', slot: this.slot, writer: '', at: Date.now(), archived: true });
    await this.drop();
  }

  private async archive(draft: Draft): Promise<void> {
    const archived = {
      ...draft,
      key: `${this.slot}|kept-${this.shelf.fresh()}`,
      writer: '',
      writeId: '',
      sent: [],
      archived: true,
    };
    await this.shelf.drafts.put(archived);
    this.kept = [...this.kept, archived];
  }

  private get key(): string {
    return `${this.slot}|${this.shelf.writer}`;
  }
}
