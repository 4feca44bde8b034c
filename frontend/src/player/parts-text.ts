/** Sanitised HTML as text alone, such as a label needs; a formula is as it was written. */
export function plain(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return (parsed.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Whether a formula stands in it, which only HTML can show. */
export function formula(html: string): boolean {
  return html.includes('class="math"');
}
