/** Scrolls a row by most of what is seen of it, forward (`1`) or back (`-1`) along the line of text. */
export function scrollByPage(row: HTMLElement | null, step: 1 | -1): void {
  if (!row) return;
  const direction = getComputedStyle(row).direction === 'rtl' ? -1 : 1;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  row.scrollBy({ left: step * direction * row.clientWidth * 0.85, behavior: calm ? 'auto' : 'smooth' });
}
