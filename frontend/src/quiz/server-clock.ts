/**
 * The server's time, told by samples. Between its request and its reply a sample is off by half the way at most; so one
 * that contradicts what was believed replaces it (a clock jumped, a machine slept), and else the quickest way is trusted.
 * `monotonic` gives milliseconds that no setting of the client's clock changes.
 */
export class ServerClock {
  private ahead = 0;
  private doubt = Infinity;

  constructor(private readonly monotonic: () => number) {}

  get known(): boolean {
    return this.doubt !== Infinity;
  }

  /** A reply said `now`; it was asked for at `sent` of the monotonic time and has just come. */
  sample(now: string, sent: number): void {
    const came = this.monotonic();
    const ahead = Date.parse(now) - (sent + came) / 2;
    const doubt = (came - sent) / 2;
    if (doubt <= this.doubt || Math.abs(ahead - this.ahead) > doubt + this.doubt) {
      this.ahead = ahead;
      this.doubt = doubt;
    }
  }

  /** Milliseconds since 1970 at the server. */
  now(): number {
    return this.monotonic() + this.ahead;
  }
}
