import type { BootDocument, BootRemote, DataEntry } from '@tessera/contracts/boot.ts';
import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import { shellContractVersion } from '@tessera/contracts/shell-services.ts';
import { directionOf, type TenantProfile } from '@tessera/contracts/tenant.ts';
import type { LiveSet } from '../registry/load-set.ts';
import type { Surface } from './address.ts';
import { remotesOf, type Page } from './find-page.ts';
import type { Viewing } from './page-view.ts';
import { stylesheetsOf } from './preloads.ts';
import { fileUrl } from './release-urls.ts';

export type BootBase = Omit<BootDocument, 'page'>;

/** All the shell starts from, but the page: the same for every page of a surface, and for every visitor. */
export function bootBaseOf(input: {
  tenant: TenantProfile;
  live: LiveSet;
  surface: Surface;
  viewing: Viewing;
  cdn: string;
}): BootBase {
  const { tenant, live, surface, viewing, cdn } = input;
  return {
    contract: shellContractVersion,
    tenant,
    ...viewing,
    direction: directionOf(viewing.locale),
    cdn,
    surface,
    releaseSet: {
      id: live.set.id,
      remotes: Object.fromEntries(
        remotesOf(live, surface).map((release) => [
          release.remote,
          bootRemoteOf(release, live.fallbacks.get(release.remote), cdn),
        ]),
      ),
    },
    shell: { version: live.shell.version, releaseId: live.shell.releaseId },
  };
}

export const bootPageOf = (input: {
  url: string;
  status: number;
  page: Page | undefined;
  rendered: boolean;
  data: Readonly<Record<string, DataEntry>>;
}): BootDocument['page'] => ({
  url: input.url,
  status: input.status,
  ...(input.page ? { remote: input.page.release.remote, routeId: input.page.route.id } : {}),
  rendered: input.rendered,
  data: { ...input.data },
});

const bootRemoteOf = (release: ReleaseRecord, fallback: ReleaseRecord | undefined, cdn: string): BootRemote => ({
  name: release.remote,
  slot: release.manifest.slot,
  slice: release.manifest.slice,
  ...bootReleaseOf(release, cdn),
  routes: release.manifest.routes.map(({ preload: _, ...route }) => route),
  ...(fallback ? { fallback: bootReleaseOf(fallback, cdn) } : {}),
});

const bootReleaseOf = (release: ReleaseRecord, cdn: string) => ({
  version: release.version,
  releaseId: release.releaseId,
  shellContract: release.manifest.shellContract,
  entry: fileUrl(cdn, release, release.entry),
  css: stylesheetsOf(release),
  ...(release.sliceVersion === undefined ? {} : { sliceVersion: release.sliceVersion }),
});
