import { FederationSnapshot } from '@tessera/contracts/federation-snapshot.ts';
import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import { fileUrl } from '../document/release-urls.ts';
import type { LiveSet } from '../registry/load-set.ts';
import { exposedModule } from './exposed-module.ts';

const none = { js: { sync: [], async: [] }, css: { sync: [], async: [] } };

/** What is live as Module Federation's runtime knows it, so that it asks for no manifest. */
export const federationSnapshotOf = (live: LiveSet, cdn: string): FederationSnapshot =>
  FederationSnapshot.parse({
    shell: {
      ...common(live.shell),
      consumerList: [],
      remotesInfo: Object.fromEntries(
        [...live.remotes.values()].map(({ remote, version }) => [remote, { matchedVersion: version }]),
      ),
    },
    ...Object.fromEntries([...live.remotes.values()].map((release) => [release.remote, providerOf(release, cdn)])),
  });

const common = ({ version, releaseId, shared = {} }: ReleaseRecord) => ({
  version,
  buildVersion: releaseId,
  remoteTypes: '',
  remoteTypesZip: '',
  shared: Object.entries(shared).map(([sharedName, range]) => ({ sharedName, version: range, assets: none })),
});

const providerOf = (release: ReleaseRecord, cdn: string) => ({
  ...common(release),
  publicPath: fileUrl(cdn, release, ''),
  remoteEntry: release.entry,
  remoteEntryType: 'module',
  globalName: release.remote,
  modules: [
    {
      moduleName: exposedModule.replace('./', ''),
      modulePath: exposedModule,
      assets: {
        js: { sync: release.preload, async: [...new Set(release.manifest.routes.flatMap(({ preload }) => preload))] },
        css: { sync: release.css, async: [] },
      },
    },
  ],
  remotesInfo: {},
});
