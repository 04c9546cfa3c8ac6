import { z } from 'zod';
import { CountryCode, CurrencyCode } from './money.ts';
import { ReleaseId, ReleaseSetId } from './ids.ts';
import { Integrity, SliceVersion } from './release.ts';
import { RemoteName, RemoteSlot, RouteManifest } from './remote-manifest.ts';
import { Locale, TenantProfile } from './tenant.ts';

export {
  asideContainerIdOf,
  bootElementId,
  containerIdOf,
  documentTitleOf,
  identifierPrefixOf,
  shellElementIds,
  trustedTypesPolicy,
} from './elements.ts';

/** One release of a remote, as the loader needs it. */
const BootRelease = z.object({
  version: z.string(),
  releaseId: ReleaseId,
  /** Semver range of the shell contract the release asks for. */
  shellContract: z.string().optional(),
  /** Absolute URL of the federation entry on the tenant's origin. */
  entry: z.url(),
  /** Under the shop's own name, as paths. An override's stand at its origin, and no bytes are promised of them. */
  css: z.array(z.object({ url: z.string(), integrity: Integrity.or(z.literal('')) })),
  /** Version of its slice that answers it; absent where whichever stands does. */
  sliceVersion: SliceVersion.exactOptional(),
});

export const BootRemote = BootRelease.extend({
  name: RemoteName,
  slot: RemoteSlot,
  slice: z.string(),
  routes: z.array(RouteManifest.omit({ data: true }).extend({ data: z.array(z.string()) })),
  /** What runs in its place where it does not. */
  fallback: BootRelease.exactOptional(),
});
export type BootRemote = z.infer<typeof BootRemote>;

/** One answer of a slice, as it stood when the document was made. Keyed by `toDataUrl`. */
export const DataEntry = z.object({ status: z.int(), body: z.unknown() });
export type DataEntry = z.infer<typeof DataEntry>;

/**
 * Everything the shell needs to start, inlined into the document: it boots without a configuration fetch.
 * Says nothing about the visitor, because documents are cached and shared.
 */
export const BootDocument = z.object({
  contract: z.string(),
  tenant: TenantProfile,
  locale: Locale,
  direction: z.enum(['ltr', 'rtl']),
  currency: CurrencyCode,
  country: CountryCode,
  /** Origin the tenant's files come from, without a trailing slash. */
  cdn: z.url(),
  /** Which of the two documents of a shop this is. */
  surface: z.enum(['shop', 'console']),
  releaseSet: z.object({ id: ReleaseSetId, remotes: z.record(RemoteName, BootRemote) }),
  shell: z.object({ version: z.string(), releaseId: ReleaseId }),
  /** Of a document that one person sees with one remote from elsewhere; nobody else is ever given it. */
  override: z.object({ remote: RemoteName, origin: z.url(), until: z.iso.datetime() }).exactOptional(),
  page: z.object({
    /** Path and search without origin, with the locale prefix. */
    url: z.string(),
    status: z.int(),
    remote: RemoteName.optional(),
    routeId: z.string().optional(),
    /** Whether the remote's container holds markup that mount must hydrate. */
    rendered: z.boolean(),
    data: z.record(z.string(), DataEntry),
  }),
});
export type BootDocument = z.infer<typeof BootDocument>;
