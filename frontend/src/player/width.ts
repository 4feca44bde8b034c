import type { ReactiveController, ReactiveControllerHost } from 'lit';

const LEAST = 240;

/** How wide an element is, in whole pixels; where that changes it is drawn anew. */
export class Width implements ReactiveController {
  pixels = 480;

  private readonly observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    this.pixels = Math.max(LEAST, Math.floor(entry.contentRect.width));
    this.host.requestUpdate();
  });

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected() {
    this.observer.observe(this.host);
  }

  hostDisconnected() {
    this.observer.disconnect();
  }
}
