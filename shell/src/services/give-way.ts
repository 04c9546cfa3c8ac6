/** Lets what is more pressing, a key or a frame, have the thread before the next step. */
export const giveWay = (): Promise<void> =>
  typeof scheduler === 'object' && 'yield' in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve));
