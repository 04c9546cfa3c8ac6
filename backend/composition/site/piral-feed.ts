import { PiralFeed } from '@tessera/contracts/piral-feed.ts';
import { stylesheetsOf } from '../document/preloads.ts';
import { fileUrl, requireFile } from '../document/release-urls.ts';
import type { LiveSet } from '../registry/load-set.ts';
import { exposedModule } from './exposed-module.ts';

/** What is live, as a Piral instance asks for it. */
export const piralFeedOf = (live: LiveSet, cdn: string): PiralFeed =>
  PiralFeed.parse({
    items: [...live.remotes.values()].map((release) => ({
      name: release.remote,
      version: release.version,
      spec: 'mf',
      link: fileUrl(cdn, release, release.entry),
      integrity: requireFile(release, release.entry).integrity,
      custom: {
        releaseId: release.releaseId,
        exposes: exposedModule,
        routes: release.manifest.routes.map(({ path }) => path),
        css: stylesheetsOf(release, (_, path) => fileUrl(cdn, release, path)),
      },
    })),
  });
