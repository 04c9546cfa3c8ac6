import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import type { ReleasesText } from './text.ts';
import type { ReleaseDiff } from './types.ts';

interface Fact {
  what: string;
  value: string;
}

interface FromTo {
  from?: string | undefined;
  to?: string | undefined;
}

/** Routes, ranges and tools that differ, each from what to what. Files have a list of their own. */
export function differences(t: ReleasesText, { list }: Pick<Formats, 'list'>, diff: ReleaseDiff): Fact[] {
  const { routes, shellContract, slice, sliceContract, sliceVersion, tools } = diff;
  const moved = (what: string, { from, to }: FromTo): Fact[] =>
    from === to ? [] : [{ what, value: `${from ?? '–'} → ${to ?? '–'}` }];
  const listed = (what: string, items: readonly string[]): Fact[] =>
    items.length === 0 ? [] : [{ what, value: list(items) }];
  return [
    ...listed(t('diff.routesAdded'), routes.added),
    ...listed(t('diff.routesRemoved'), routes.removed),
    ...listed(t('diff.routesChanged'), routes.changed),
    ...moved(t('diff.shellContract'), shellContract),
    ...moved(t('diff.slice'), slice),
    ...moved(t('diff.sliceRange'), { from: sliceContract.from?.range, to: sliceContract.to?.range }),
    ...moved(t('diff.sliceHash'), { from: hashOf(sliceContract.from?.hash), to: hashOf(sliceContract.to?.hash) }),
    ...moved(t('diff.sliceVersion'), sliceVersion),
    ...tools.flatMap(({ name, from, to }) => moved(name, { from, to })),
  ];
}

const hashOf = (hash: string | undefined): string | undefined => hash?.slice('sha256-'.length, 'sha256-'.length + 8);

/** "+1.2 kB", "−340 byte", "±0 byte". */
export function signedBytes({ bytes }: Pick<Formats, 'bytes'>, difference: number): string {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
  return `${sign}${bytes(Math.abs(difference))}`;
}
