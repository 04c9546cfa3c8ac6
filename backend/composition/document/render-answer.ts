import { DataEntry } from '@tessera/contracts/boot.ts';
import type { Head as PageHead } from '@tessera/contracts/server-entry.ts';
import { z } from 'zod';

/** A path of this shop. Never `//host`, which a browser would leave the shop for. */
const OwnPath = z.string().regex(/^\/(?![/\\])/);

/** Whoever writes it down goes into it level by level. */
function isShallow(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth < 40 && level.length > 0; depth += 1)
    level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  return level.length === 0;
}

const Head: z.ZodType<PageHead> = z.object({
  title: z.string(),
  description: z.string().exactOptional(),
  canonical: OwnPath.exactOptional(),
  robots: z.string().exactOptional(),
  ogType: z.enum(['website', 'product', 'profile', 'article', 'music.album', 'book', 'video.movie']).exactOptional(),
  image: z.object({ url: z.string(), width: z.number(), height: z.number(), alt: z.string() }).exactOptional(),
  jsonLd: z.array(z.record(z.string(), z.unknown())).refine(isShallow, 'is nested too deeply').exactOptional(),
});

const RenderedPage = z.object({ status: z.literal([200, 404]), head: Head, html: z.string() });
const RenderedRedirect = z.object({ status: z.literal([301, 302, 308]), location: OwnPath });

/** What a render function answers. A server entry is a tenant's own code, so nothing of it is taken on trust. */
export const RenderAnswer = z.object({
  result: z.discriminatedUnion('status', [RenderedPage, RenderedRedirect]).exactOptional(),
  error: z.string().exactOptional(),
  data: z.record(z.string(), DataEntry).default({}),
});
export type RenderAnswer = z.infer<typeof RenderAnswer>;
export type RenderedPage = z.infer<typeof RenderedPage>;
export type RenderedRedirect = z.infer<typeof RenderedRedirect>;
