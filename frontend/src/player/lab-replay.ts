import type { Reply } from '../outbox/transport';
import type { LabWorld } from './lab-machine';
import type { Run } from './lab-types';

const POLL_MS = 500;

/** A run that is computed once more, followed until it is compared. */
export class Replay {
  run: Run | undefined;

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

  async start(original: string): Promise<void> {
    this.stop();
    const mine = this.followed;
    const reply = await this.world.request(`api/runs/${original}/replay`, { method: 'POST', body: {} });
    if (mine !== this.followed) return;
    if (reply.kind === 'ok') {
      this.run = reply.body as Run;
      void this.poll(mine, this.run.id);
    } else this.refused(reply);
    this.world.changed();
  }

  private async poll(mine: number, id: string): Promise<void> {
    const reply = await this.world.request(`api/runs/${id}?after=0`);
    if (mine !== this.followed) return;
    if (reply.kind === 'ok') this.run = reply.body as Run;
    else if (reply.kind !== 'unreachable') {
      // Nothing more will come, and it must not seem to be computing still.
      this.run = undefined;
      this.refused(reply);
    }
    this.world.changed();
    if (this.run?.state === 'QUEUED' || this.run?.state === 'RUNNING') {
      this.cancelPoll = this.world.later(() => void this.poll(mine, id), POLL_MS);
    }
  }
}
