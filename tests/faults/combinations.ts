import type { Combination } from '@tessera/federation/testkit/run-matrix.ts';
import path from 'node:path';
import { distsOf } from '../../scripts/build.ts';
import { root } from '../../scripts/lib/root.ts';
import { requireLiveSet, pinTo, publishOnly } from '../setup/publish.ts';
import { distOfVersion } from '../setup/shell-of-version.ts';
import { shopOrigin, tenantId } from './shop.ts';

type Pins = Readonly<Record<string, string>>;

export const pairNames: readonly string[] = [
  'shell N × remotes N',
  'shell N-1 × remotes N',
  'shell N × remotes N-1',
  'shell N-1 × remotes N-1',
];

/**
 * Shell and remotes of this source (N) and as they were before (N-1), in every pair. What stands for N-1 is the same
 * build under an earlier version: other addresses and another release. Remotes fall back to the other one.
 */
export async function combinations(): Promise<Combination[]> {
  const { releases: live } = await requireLiveSet(tenantId);
  // The console is another document.
  const dists = distsOf(tenantId).filter((dist) => !dist.startsWith('mfe-admin/'));
  const earlier = await Promise.all(dists.map((dist) => distOfVersion(dist, (version) => `${version}-before`)));
  const before: Pins = await publishOnly(tenantId, earlier);
  // Published already, as it stands.
  const now: Pins = await publishOnly(
    tenantId,
    dists.map((dist) => path.join(root, dist)),
  );
  const pair = (shell: Pins, remotes: Pins, fallbacks: Pins): Pins[] => [
    { ...live, ...remotes, shell: shell['shell'] ?? '' },
    Object.fromEntries(Object.entries(fallbacks).filter(([remote]) => remote !== 'shell')),
  ];
  const pairs = [pair(now, now, before), pair(before, now, before), pair(now, before, now), pair(before, before, now)];
  return pairs.map(([releases = {}, fallbacks = {}], index) => ({
    name: pairNames[index] ?? '',
    async open() {
      const { undo } = await pinTo(tenantId, releases, { fallbacks });
      return { shop: shopOrigin(), close: undo };
    },
  }));
}
