import { z } from 'zod';
import { ReleaseId } from './ids.ts';
import { Integrity } from './release.ts';
import { RemoteName } from './remote-manifest.ts';
import { SemVer } from './semver.ts';

/** `GET /.well-known/piral-feed.json`: what a Piral feed service answers, with federated pilets (`spec: 'mf'`). */
export const PiralFeed = z.strictObject({
  items: z.array(
    z.strictObject({
      name: RemoteName,
      version: SemVer,
      spec: z.literal('mf'),
      /** Address of the federation entry, an ES module. */
      link: z.url(),
      integrity: Integrity,
      custom: z.strictObject({
        releaseId: ReleaseId,
        /** What the entry exposes. */
        exposes: z.string(),
        routes: z.array(z.string()),
        css: z.array(z.strictObject({ url: z.url(), integrity: Integrity })),
      }),
    }),
  ),
});
export type PiralFeed = z.infer<typeof PiralFeed>;
