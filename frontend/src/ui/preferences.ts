import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { language, words } from './language';

type Scheme = 'light dark' | 'light' | 'dark';
const NEXT: Record<Scheme, Scheme> = { 'light dark': 'dark', dark: 'light', light: 'light dark' };
const KEY = 'skipway-scheme';

const WORDS = {
  ko: { other: 'English', scheme: { 'light dark': '시스템 색상', dark: '어둡게', light: '밝게' }, change: '색상 바꾸기' },
  en: { other: '한국어', scheme: { 'light dark': 'system colours', dark: 'dark', light: 'light' }, change: 'Change colours' },
};

function kept(): Scheme {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'light dark';
}

function apply(scheme: Scheme): void {
  document.documentElement.style.colorScheme = scheme;
}

apply(kept());

// A bare fragment would be taken from the document's base, not from this page.
document.addEventListener('click', (event) => {
  if (!(event.target as Element).closest?.('.skip-link')) return;
  event.preventDefault();
  document.getElementById('content')?.focus();
});

/** Two small choices that live in the browser: the language, in a cookie for the server, and light or dark. */
@customElement('skip-preferences')
export class Preferences extends LitElement {
  @state() private scheme: Scheme = kept();

  protected override createRenderRoot() {
    return this;
  }

  private switchLanguage() {
    const other = language() === 'ko' ? 'en' : 'ko';
    document.cookie = `skipway-language=${other}; path=/; max-age=31536000; samesite=lax`;
    location.reload();
  }

  private switchScheme() {
    this.scheme = NEXT[this.scheme];
    localStorage.setItem(KEY, this.scheme);
    apply(this.scheme);
  }

  protected override render() {
    const say = words(WORDS);
    const other = language() === 'ko' ? 'en' : 'ko';
    return html`<button class="quiet-button" lang=${other} @click=${this.switchLanguage}>${say.other}</button
      ><button
        class="quiet-button"
        title=${say.change}
        aria-label="${say.change}: ${say.scheme[this.scheme]}"
        @click=${this.switchScheme}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
          <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" opacity=${this.scheme === 'light dark' ? 0.5 : 1} />
        </svg>
      </button>`;
  }
}
