import { useGo } from '@tessera/remote-kit/router/use-go.ts';
import { useSearchParams } from 'react-router';
import { paths, withQuery } from '../../shared/paths.ts';

export const spans = [60, 360, 1440] as const;
type Minutes = (typeof spans)[number];

export interface HealthSpan {
  minutes: Minutes;
  choose(minutes: string): void;
}

/** How far back the charts look; kept in the address, so that a link shows the same. */
export function useHealthSpan(remote: string): HealthSpan {
  const go = useGo();
  const [search] = useSearchParams();
  const minutes = spans.find((span) => String(span) === search.get('minutes')) ?? spans[0];
  return {
    minutes,
    choose: (chosen) =>
      go(withQuery(paths.remote(remote), { minutes: chosen === String(spans[0]) ? '' : chosen }), { replace: true }),
  };
}
