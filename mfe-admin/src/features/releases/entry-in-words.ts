import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { percentOf } from './percent.ts';
import type { ReleasesKey, ReleasesText } from './text.ts';
import type { LogEntry } from './types.ts';

const words: Readonly<Record<string, ReleasesKey>> = {
  'release.reserved': 'log.reserved',
  'release.published': 'log.published',
  'release.quarantined': 'log.quarantined',
  'release.freed': 'log.freed',
  'rollout.started': 'log.started',
  'rollout.moved': 'log.moved',
  'rollout.paused': 'log.paused',
  'rollout.resumed': 'log.resumed',
  'rollout.completed': 'log.completed',
  'rollout.rolled-back': 'log.rolledBack',
  'rollout.superseded': 'log.superseded',
  'override.created': 'log.overridden',
  'override.revoked': 'log.overrideEnded',
};

/** What happened to a release; anything that has no words here is shown as it was written. */
export function entryInWords(t: ReleasesText, formats: Formats, { what, version = '', data }: LogEntry): string {
  const key = words[what];
  if (!key) return version === '' ? what : `${what} ${version}`;
  const share = data?.['percent'];
  const said = t(key, { version, percent: typeof share === 'number' ? percentOf(formats, share) : '' });
  return data?.['quarantined'] === true ? `${said} ${t('log.keptOut')}` : said;
}
