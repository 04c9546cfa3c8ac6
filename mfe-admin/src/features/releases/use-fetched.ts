import { useEffect, useEffectEvent, useState } from 'react';

export type Fetched<T> = { state: 'loading' | 'failed'; data?: never } | { state: 'there'; data: T };

/** What a side panel shows, fetched when it opens. `key` names the question; `load` may be another function each time. */
export function useFetched<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<{ data?: T | undefined }>,
): Fetched<T> {
  const [kept, setKept] = useState<{ key: string; fetched: Fetched<T> }>();
  const ask = useEffectEvent(load);
  useEffect(() => {
    const aborter = new AbortController();
    ask(aborter.signal).then(
      ({ data }) => {
        const fetched: Fetched<T> = data === undefined ? { state: 'failed' } : { state: 'there', data };
        if (!aborter.signal.aborted) setKept({ key, fetched });
      },
      () => {
        if (!aborter.signal.aborted) setKept({ key, fetched: { state: 'failed' } });
      },
    );
    return () => aborter.abort();
  }, [key]);
  return kept?.key === key ? kept.fetched : { state: 'loading' };
}
