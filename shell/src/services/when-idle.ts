const graceMs = 2000;
const patienceMs = 3000;
const signsOfLife = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'touchstart'] as const;

/** Settles when the page has painted and the main thread has nothing more pressing. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    const wait = (): void => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: graceMs });
      else setTimeout(resolve, 200);
    };
    if (document.readyState === 'complete') wait();
    else window.addEventListener('load', wait, { once: true });
  });
}

/** Settles when the visitor does something, or has had the page to look at for a while: what is not the page loads then. */
export async function whenSettled(): Promise<void> {
  await whenIdle();
  await new Promise<void>((resolve) => {
    const abort = new AbortController();
    const settle = (): void => {
      abort.abort();
      resolve();
    };
    for (const sign of signsOfLife)
      window.addEventListener(sign, settle, { once: true, passive: true, signal: abort.signal });
    const timer = setTimeout(settle, patienceMs);
    abort.signal.addEventListener('abort', () => clearTimeout(timer));
  });
}
