/** Links to the sections of the page: jumps without leaving it, and marks the section that is being read. */
export class SkipOutline extends HTMLElement {
  private observer?: IntersectionObserver;
  private readonly inView = new Set<string>();

  connectedCallback() {
    this.addEventListener('click', this.jump);
    // The server sends the lesson with this element; the headings are there once the turn is over.
    setTimeout(() => this.begin());
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.jump);
    this.observer?.disconnect();
  }

  private get links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  }

  private begin() {
    const details = this.querySelector('details');
    if (details && matchMedia('(max-width: 1099px)').matches) details.open = false;
    this.observer = new IntersectionObserver((entries) => this.seen(entries), { rootMargin: '-64px 0px -70% 0px' });
    for (const heading of this.links.map(target)) if (heading) this.observer.observe(heading);
    const wanted = this.links.find((link) => link.getAttribute('href') === location.hash);
    if (wanted) target(wanted)?.scrollIntoView();
  }

  private seen(entries: IntersectionObserverEntry[]) {
    for (const { target: heading, isIntersecting } of entries) {
      if (isIntersecting) this.inView.add(heading.id);
      else this.inView.delete(heading.id);
    }
    const here = this.links.find((link) => this.inView.has(anchor(link)));
    if (!here) return; // between two headings one is still in the section above
    for (const link of this.links) link.toggleAttribute('aria-current', link === here);
    here.setAttribute('aria-current', 'location');
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
