import type { ReleasesKey, ReleasesText } from './text.ts';

const names: Readonly<Record<string, ReleasesKey>> = {
  shell: 'remote.shell',
  'mfe-catalog': 'remote.catalog',
  'mfe-checkout': 'remote.checkout',
  'mfe-library': 'remote.library',
  'mfe-admin': 'remote.admin',
  'mfe-ai-support': 'remote.support',
};

/** What shops call a part of theirs; a remote of a shop's own team is called what they named it. */
export function nameOfRemote(t: ReleasesText, remote: string): string {
  const key = names[remote];
  return key ? t(key) : remote;
}
