import { DiscoveryDocument, discoverySchemaUrl } from '@tessera/contracts/discovery.ts';
import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import { stylesheetsOf } from '../document/preloads.ts';
import { fileUrl, requireFile, scriptsOf } from '../document/release-urls.ts';
import type { LiveSet } from '../registry/load-set.ts';

/** What is live for a tenant, in the schema that other tools read. */
export const discoveryOf = (live: LiveSet, cdn: string): DiscoveryDocument =>
  DiscoveryDocument.parse({
    schema: discoverySchemaUrl,
    microFrontends: Object.fromEntries(
      [...live.remotes.values()].map((release) => [
        release.remote,
        [{ ...entryOf(release, live.set.id, cdn), ...fallbackUrlOf(live.fallbacks.get(release.remote), cdn) }],
      ]),
    ),
  });

const fallbackUrlOf = (release: ReleaseRecord | undefined, cdn: string) =>
  release ? { fallbackUrl: fileUrl(cdn, release, release.entry) } : {};

const entryOf = (release: ReleaseRecord, releaseSetId: string, cdn: string) => ({
  url: fileUrl(cdn, release, release.entry),
  metadata: { integrity: requireFile(release, release.entry).integrity, version: release.version },
  deployment: { traffic: 100, default: true },
  extras: {
    tessera: {
      tenantId: release.tenantId,
      releaseId: release.releaseId,
      releaseSetId,
      signature: release.signature,
      slot: release.manifest.slot,
      slice: release.manifest.slice,
      ...(release.sliceVersion === undefined ? {} : { sliceVersion: release.sliceVersion }),
      shellContract: release.manifest.shellContract,
      routes: release.manifest.routes.map(({ path }) => path),
      css: stylesheetsOf(release, (_, path) => fileUrl(cdn, release, path)),
      files: Object.fromEntries(scriptsOf(release).map(({ path, integrity }) => [path, integrity])),
    },
  },
});
