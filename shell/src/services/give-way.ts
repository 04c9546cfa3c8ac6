/** The longest that a frame is waited for: a page that nobody looks at draws none. */
const longestFrameMs = 200;

/** Lets what is more pressing, a key or a frame, have the thread before the next step. */
export const giveWay = (): Promise<void> =>
  typeof scheduler === 'object' && 'yield' in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve));

/** Settles once the screen shows what was done so far. */
export const afterFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longestFrameMs);
  });
