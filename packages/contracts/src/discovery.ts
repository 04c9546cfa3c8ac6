import { z } from 'zod';
import { ReleaseId, ReleaseSetId, TenantId } from './ids.ts';
import { Integrity, SliceVersion } from './release.ts';
import { RemoteName, RemoteSlot } from './remote-manifest.ts';

/** The schema this document names; ours below is a strict subset of it. */
export const discoverySchemaUrl =
  'https://raw.githubusercontent.com/awslabs/frontend-discovery/main/schema/v1-pre.json';

/**
 * frontend-discovery v1-pre. Its item is closed, so what is ours lives under `extras.tessera`.
 * `GET /.well-known/micro-frontends.json` answers it per tenant.
 */
export const DiscoveryDocument = z.strictObject({
  schema: z.literal(discoverySchemaUrl),
  microFrontends: z.record(
    RemoteName,
    z
      .array(
        z.strictObject({
          url: z.url(),
          fallbackUrl: z.url().optional(),
          metadata: z.strictObject({ integrity: Integrity, version: z.string() }),
          deployment: z.strictObject({ traffic: z.number().min(0).max(100), default: z.boolean() }).optional(),
          extras: z.strictObject({
            tessera: z.strictObject({
              tenantId: TenantId,
              releaseId: ReleaseId,
              releaseSetId: ReleaseSetId,
              /** Of the release; how to verify it is written in docs/releases.md. */
              signature: z.strictObject({ kid: z.string(), value: z.string() }),
              slot: RemoteSlot,
              slice: z.string(),
              /** Of the slice, as `releases.json` has it signed. */
              sliceVersion: SliceVersion.optional(),
              shellContract: z.string(),
              routes: z.array(z.string()),
              css: z.array(z.strictObject({ url: z.url(), integrity: Integrity })),
              /** Every script the release can load, path → integrity. */
              files: z.record(z.string(), Integrity),
            }),
          }),
        }),
      )
      .min(1),
  ),
});
export type DiscoveryDocument = z.infer<typeof DiscoveryDocument>;
