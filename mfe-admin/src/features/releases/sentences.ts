import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { percentOf } from './percent.ts';
import type { ReleasesText } from './text.ts';
import type { Traffic } from './types.ts';

/** Who gets what, as it is. */
export function presentState(t: ReleasesText, formats: Formats, { rollout, stable }: Traffic): string {
  if (rollout)
    return t('traffic.now', { percent: percentOf(formats, rollout.percent), version: rollout.release.version });
  return stable ? t('traffic.all', { version: stable.version }) : t('traffic.none');
}

/** "about 60 of 1,200 page views in an hour"; empty where nobody was seen. */
export function viewsIn(
  t: ReleasesText,
  formats: Formats,
  { percent, viewsPerHour }: { percent: number; viewsPerHour: number | undefined },
): string {
  if (viewsPerHour === undefined) return t('views.unknown');
  const share = Math.round((viewsPerHour * percent) / 100);
  return t('views.about', { n: formats.number(share), all: formats.number(viewsPerHour) });
}

export type ChangeName = 'pause' | 'resume' | 'promote' | 'rollback' | 'back' | 'quarantine' | 'free';

interface Question {
  name: ChangeName;
  seen: Traffic;
  version: string;
  viewsPerHour: number | undefined;
}

/** What a change brings about, for how many. */
export function outcomeOf(t: ReleasesText, formats: Formats, { name, seen, version, viewsPerHour }: Question): string {
  const { rollout, stable } = seen;
  const share = rollout?.percent ?? 100;
  const percent = name === 'promote' || name === 'back' ? 100 : share;
  const values = {
    version,
    percent: percentOf(formats, percent),
    stable: stable?.version ?? '',
    views: viewsIn(t, formats, { percent, viewsPerHour }),
  };
  return t(name === 'rollback' && !stable ? 'outcome.rollbackNew' : `outcome.${name}`, values);
}
