const storageKey = 'tessera-scroll';
const capacity = 100;

let currentKey = '';

/** Whether this document has shown a page: going back to its first one is a return. */
let arrived = false;

/** Remembers, while a page is shown, how far each history entry was scrolled. Shared by all remotes of a tab. */
export function trackScroll(): () => void {
  history.scrollRestoration = 'manual';
  let frame = 0;
  const remember = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      write(currentKey, window.scrollY);
    });
  };
  window.addEventListener('scroll', remember, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('scroll', remember);
  };
}

/** To the remembered place of a history entry, to the fragment's element, or to the top of a page that is new. */
export function scrollTo(key: string, hash: string, { keep }: { keep: boolean }): void {
  currentKey = `${key}|${location.pathname}`;
  const isFresh = !arrived && key === 'default' && !isReturn();
  arrived = true;
  const remembered = isFresh ? undefined : read()[currentKey];
  if (remembered !== undefined) return window.scrollTo(0, remembered);
  const target = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
  if (target) return target.scrollIntoView();
  if (!keep) window.scrollTo(0, 0);
}

/** The first entry of a document has no key of its own: only a reload or a return may restore it at the start. */
function isReturn(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}

function read(): Record<string, number> {
  try {
    const parsed: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).filter(([, value]) => typeof value === 'number'));
  } catch {
    return {};
  }
}

function write(key: string, position: number): void {
  const { [key]: _former, ...others } = read();
  const kept = Object.entries(others).slice(1 - capacity);
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(Object.fromEntries([...kept, [key, Math.round(position)]])));
  } catch {
    // Storage may be denied; scroll then starts at the top.
  }
}
