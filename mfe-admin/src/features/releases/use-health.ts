import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useEffect, useState } from 'react';
import type { ReleaseHealth } from './types.ts';

export interface Health {
  /** What was last known, also of a moment ago while it is fetched anew. */
  data: ReleaseHealth | undefined;
  failed: boolean;
}

interface KeptHealth extends Health {
  question: string;
}

interface HealthAnswer {
  data?: ReleaseHealth | undefined;
  /** Absent too where no answer came. */
  error?: { status: number } | undefined;
}

/** An answer's data; without any, what is known of the same question stays. */
export const keptAfter = (
  before: KeptHealth | undefined,
  question: string,
  { data, error }: HealthAnswer,
): KeptHealth => ({
  question,
  data: data ?? (before?.question === question ? before.data : undefined),
  failed: data === undefined && error?.status !== 404,
});

/**
 * How a remote's releases do, over the last minutes. Fetched beside the page, which stands without it; `stamp` is
 * anything that changes when it should be fetched anew. A remote that nobody was ever given has no health: 404.
 */
export function useHealth(remote: string, minutes: number, stamp: unknown): Health {
  const api = useApi('admin');
  const question = `${remote} ${minutes}`;
  const [kept, setKept] = useState<KeptHealth>();
  useEffect(() => {
    const aborter = new AbortController();
    const params = { path: { remote }, query: { minutes } };
    const { signal } = aborter;
    void api
      .GET('/api/admin/releases/{remote}/health', { params, signal })
      .catch((): HealthAnswer => ({}))
      .then((answer) => {
        if (!signal.aborted) setKept((before) => keptAfter(before, question, answer));
      });
    return () => aborter.abort();
  }, [api, remote, minutes, question, stamp]);
  return kept?.question === question ? kept : { data: undefined, failed: false };
}

/** Page views of the remote in an hour, by the span that was looked at; undefined where none were seen. */
export function viewsPerHour(health: ReleaseHealth | undefined): number | undefined {
  if (!health) return undefined;
  const minutes = health.points.length * health.stepMinutes;
  const views = (health.stable?.total.views ?? 0) + (health.canary?.total.views ?? 0);
  return views === 0 || minutes === 0 ? undefined : Math.max(1, Math.round((views * 60) / minutes));
}
