import { z } from 'zod';

/** What a tenant's file origin reads to answer `/<remote>/<version>/<path>`. */
export const originKeyOf = (tenantId: string, remote: string, version: string): string =>
  `origins/${tenantId}/${remote}/${version}.json`;

/** What stands there: path → bytes, which stand once, by their content. */
export const OriginMap = z.object({
  files: z.record(z.string(), z.object({ blob: z.string().startsWith('blobs/'), contentType: z.string() })),
});
export type OriginMap = z.infer<typeof OriginMap>;
