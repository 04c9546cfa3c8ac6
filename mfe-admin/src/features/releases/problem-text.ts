import type { Problem } from '@tessera/contracts/http.ts';
import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { nameOfRemote } from './name-of-remote.ts';
import type { ReleasesKey, ReleasesText } from './text.ts';

const known: Readonly<Record<string, ReleasesKey>> = {
  unknown_release: 'problem.unknown_release',
  already_stable: 'problem.already_stable',
  no_rollout: 'problem.no_rollout',
  not_running: 'problem.not_running',
  not_paused: 'problem.not_paused',
  nothing_before: 'problem.nothing_before',
  slice_missing: 'problem.slice_missing',
  unreachable: 'problem.unreachable',
};

interface Words {
  t: ReleasesText;
  formats: Formats;
  nameOf(by: string): string;
}

/** Why a change was not made, naming who or what stands in its way. */
export function problemText({ t, formats, nameOf }: Words, { code, status, detail, data = {} }: Problem): string {
  const text = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
  const at = (name: string): string => (text(name) === '' ? '' : formats.dateTime(text(name)));
  switch (code) {
    case 'traffic_moved':
      return t('problem.traffic_moved', { who: nameOf(text('by')), at: at('at') });
    case 'rollout_in_progress':
      return t('problem.rollout_in_progress', { version: text('version'), who: nameOf(text('startedBy')) });
    case 'too_many_canaries': {
      const remotes = Array.isArray(data['remotes']) ? data['remotes'].map(String) : [];
      return t('problem.too_many_canaries', {
        remotes: formats.list(remotes.map((remote) => nameOfRemote(t, remote))),
      });
    }
    case 'release_quarantined':
      return t('problem.release_quarantined', {
        version: text('version'),
        who: nameOf(text('by')),
        reason: text('reason'),
      });
    default: {
      const key = known[code];
      if (key) return t(key);
      return status === 403 ? t('problem.forbidden') : (detail ?? t('problem.failed'));
    }
  }
}
