interface PollOptions {
  look(): Promise<unknown>;
  /** Between the end of one look and the next. */
  everyMs: number;
  /** Whether looking is worth it now. */
  isWatched(): boolean;
  onError(error: unknown): void;
}

/** Looks again and again until it is stopped, whatever comes of one look. */
export function poll({ look, everyMs, isWatched, onError }: PollOptions): () => void {
  let stopped = false;
  const next = () => setTimeout(() => void tick(), everyMs);
  let timer = next();
  async function tick(): Promise<void> {
    try {
      if (isWatched()) await look();
    } catch (error) {
      onError(error);
    } finally {
      if (!stopped) timer = next();
    }
  }
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
