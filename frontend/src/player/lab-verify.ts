import type { Reply } from '../outbox/transport';
import type { LabWorld } from './lab-machine';
import type { Verification } from './lab-types';

const POLL_MS = 1_000;

/** A run that DL4J is computing some of beside it, followed until that is told. */
export class Verifying {
  /** Undefined before it is asked for, null while it is computed. */
  found: Verification | null | undefined;

  private cancelPoll: (() => void) | undefined;
  private followed = 0;

  constructor(
    private readonly world: LabWorld,
    private readonly refused: (reply: Reply) => void,
  ) {}

  stop() {
    this.followed++;
    this.cancelPoll?.();
  }

  /** What was found belongs to another run. */
  forget() {
    this.stop();
    this.found = undefined;
  }

  async start(run: string): Promise<void> {
    this.stop();
    this.found = null;
    this.world.changed();
    await this.ask(this.followed, run);
  }

  private async ask(mine: number, run: string): Promise<void> {
    const reply = await this.world.request(`api/runs/${run}/verify`, { method: 'POST', body: {} });
    if (mine !== this.followed) return;
    if (reply.kind === 'ok') {
      this.found = reply.body.verification as Verification | null;
      if (this.found === null) this.cancelPoll = this.world.later(() => void this.ask(mine, run), POLL_MS);
    } else if (reply.kind === 'unreachable') {
      this.cancelPoll = this.world.later(() => void this.ask(mine, run), POLL_MS);
    } else {
      this.found = undefined;
      this.refused(reply);
    }
    this.world.changed();
  }
}
