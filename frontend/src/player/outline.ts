/** Links to the sections of the page: jumps without leaving it, and marks the section that is being read. */
export class SkipOutline extends HTMLElement {
  private frame = 0;

  connectedCallback() {
    this.addEventListener('click', this.jump);
    // The server sends the lesson with this element; the headings are there once the turn is over.
    setTimeout(() => this.begin());
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.jump);
    removeEventListener('scroll', this.follow);
  }

  private get links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  }

  private begin() {
    const details = this.querySelector('details');
    if (details && matchMedia('(max-width: 1099px)').matches) details.open = false;
    addEventListener('scroll', this.follow, { passive: true });
    this.mark();
    const wanted = this.links.find((link) => link.getAttribute('href') === location.hash);
    if (wanted) target(wanted)?.scrollIntoView();
  }

  private readonly follow = () => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.mark());
  };

  /** The section that is being read is the last whose heading has passed the upper third of the window. */
  private mark() {
    const passed = this.links.filter((link) => (target(link)?.getBoundingClientRect().top ?? Infinity) < innerHeight / 3);
    const here = passed.at(-1) ?? this.links[0];
    for (const link of this.links) {
      if (link === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  }

  private readonly jump = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const heading = link && target(link);
    if (!heading) return;
    event.preventDefault();
    event.stopPropagation();
    history.replaceState(history.state, '', `${location.pathname}#${heading.id}`);
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  };
}

function anchor(link: HTMLAnchorElement): string {
  return decodeURIComponent((link.getAttribute('href') ?? '').slice(1));
}

function target(link: HTMLAnchorElement): HTMLElement | null {
  return document.getElementById(anchor(link));
}

customElements.define('skip-outline', SkipOutline);
