import process from 'node:process';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** At a terminal npm passes on what the terminal has already told: both are one wish. */
const sameWishMs = 1_000;
const patienceMs = 15_000;

export interface StopOnSignal {
  /** From here on a signal runs `stop` and ends well; before, it ends the process, and `exit` handlers its children. */
  run(stop: () => Promise<void>): void;
}

/** Takes Ctrl-C and its kin from the first moment on, so that no step of a start can leave a process behind. */
export function stopOnSignal(): StopOnSignal {
  let stop: (() => Promise<void>) | undefined;
  let firstAt: number | undefined;
  const answer = (code: number): void => {
    const isSecond = firstAt !== undefined;
    if (isSecond && performance.now() - (firstAt ?? 0) < sameWishMs) return;
    if (isSecond || !stop) process.exit(code);
    firstAt = performance.now();
    setTimeout(() => process.exit(code), patienceMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(code),
    );
  };
  for (const [signal, code] of Object.entries(signals)) process.on(signal, () => answer(code));
  return { run: (given) => void (stop = given) };
}
