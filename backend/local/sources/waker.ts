/** Waits that can be cut short. */
export interface Waker {
  wait(ms: number): Promise<void>;
  wake(): void;
}

export function createWaker(): Waker {
  let end: (() => void) | undefined;
  let awake = false;
  return {
    async wait(ms) {
      if (!awake)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      awake = false;
      end = undefined;
    },
    wake() {
      awake = true;
      end?.();
    },
  };
}
