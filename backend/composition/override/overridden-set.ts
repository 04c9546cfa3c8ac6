import type { BootRemote } from '@tessera/contracts/boot.ts';
import { ReleaseId, TenantId } from '@tessera/contracts/ids.ts';
import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import type { BootBase } from '../document/boot-document.ts';
import { fileUrl } from '../document/release-urls.ts';
import type { LiveSet } from '../registry/load-set.ts';
import type { InForce } from '../registry/override/in-force.ts';

/** No release: it counts for none, and nothing of it is stored. */
const releaseId = ReleaseId.parse(`rel_${'0'.repeat(64)}`);

/**
 * The set with the override's remote in the place of the release, as far as routes and containers go. It lists no files:
 * nothing of it is preloaded, drawn on the server or promised by a hash. It falls back to nothing, for who works on it
 * wants to see it fail.
 */
export function overriddenSet(live: LiveSet, { remote, build }: InForce): LiveSet {
  const { version, manifest } = build;
  const record: ReleaseRecord = {
    ...{ remote, version, manifest, releaseId, tenantId: TenantId.parse(live.set.tenantId) },
    ...{ entry: build.entry, preload: [], preloadByLocale: {}, css: [], files: [], tools: {} },
    ...{ author: 'team', publishedAt: live.set.createdAt, publishedBy: '', signature: { kid: '', value: '' } },
  };
  const fallbacks = new Map(live.fallbacks);
  fallbacks.delete(remote);
  return { ...live, remotes: new Map([...live.remotes, [remote, record]]), fallbacks };
}

/** Address of the script that starts the override's remote. */
export const overrideEntryOf = ({ remote, origin, build }: InForce): string =>
  fileUrl(origin, { remote, version: build.version }, build.entry);

/** Tells the shell where the remote comes from. */
export function overriddenBoot(base: BootBase, override: InForce): BootBase {
  const { remote, origin, until, build } = override;
  const known = base.releaseSet.remotes[remote];
  if (!known) return base;
  const changed: BootRemote = {
    ...known,
    entry: overrideEntryOf(override),
    css: build.css.map((path) => ({ url: fileUrl(origin, { remote, version: build.version }, path), integrity: '' })),
  };
  const remotes = { ...base.releaseSet.remotes, [remote]: changed };
  return { ...base, releaseSet: { ...base.releaseSet, remotes }, override: { remote, origin, until } };
}
