import { z } from 'zod';
import { Locale } from './tenant.ts';

export const remoteNames = ['mfe-catalog', 'mfe-checkout', 'mfe-library', 'mfe-admin', 'mfe-ai-support'] as const;

/** Folder names everywhere. A tenant team may add a remote of its own, so this is a pattern and not an enum. */
export const RemoteName = z.string().regex(/^(?:mfe-[a-z0-9-]+|shell)$/);
export type RemoteName = z.infer<typeof RemoteName>;

/**
 * Where a remote stands in the page: `main` remotes take turns by route, `aside` ones (the chat) have a panel beside
 * the active one on every shop page, and take turns by route with their own pages, `console` ones own the admin document.
 */
export const RemoteSlot = z.enum(['main', 'aside', 'console']);

export const RouteManifest = z.object({
  /** Unique within the remote. */
  id: z.string(),
  /** react-router pattern without the locale prefix, e.g. `/work/:id/:slug?`. */
  path: z.string().startsWith('/'),
  /**
   * First API data, as templates over route and search parameters (see `data-template.ts`). One declaration
   * serves the document (prefetch), the server entry (rendering) and the browser (route loader).
   */
  data: z.array(z.string().startsWith('/api/')).default([]),
  access: z.enum(['public', 'signed-in']).default('public'),
  /** Words of a link to it beside the shop's kinds, by language; only for a path without parameters. */
  nav: z.partialRecord(Locale, z.string().trim().min(1).max(40)).exactOptional(),
});
export type RouteManifest = z.infer<typeof RouteManifest>;

/** What the author of a remote declares (`<remote>/manifest.ts`); build facts are added in `release.ts`. */
export const RemoteManifest = z.object({
  name: RemoteName,
  slot: RemoteSlot,
  /** The API slice this remote is paired with. */
  slice: z.string(),
  /** Semver range of the shell contract it was written against. */
  shellContract: z.string(),
  locales: z.array(Locale),
  routes: z.array(RouteManifest),
});
export type RemoteManifest = z.infer<typeof RemoteManifest>;

/** Checks and fills in defaults; throws with the path of what is wrong. */
export const defineManifest = (manifest: z.input<typeof RemoteManifest>): RemoteManifest =>
  RemoteManifest.parse(manifest);

export { shellContractVersion } from './shell-services.ts';
