import { z } from 'zod';
import { SemVer } from './semver.ts';

const Assets = z.strictObject({
  js: z.strictObject({ sync: z.array(z.string()), async: z.array(z.string()) }),
  css: z.strictObject({ sync: z.array(z.string()), async: z.array(z.string()) }),
});

const Common = z.strictObject({
  version: SemVer,
  buildVersion: z.string(),
  /** There are none to fetch. */
  remoteTypes: z.literal(''),
  remoteTypesZip: z.literal(''),
  shared: z.array(z.strictObject({ sharedName: z.string(), version: z.string().optional(), assets: Assets })),
});

/** Module Federation's `ModuleInfo` of a remote. */
const Provider = Common.extend({
  publicPath: z.url().endsWith('/'),
  remoteEntry: z.string(),
  remoteEntryType: z.literal('module'),
  globalName: z.string(),
  modules: z.array(z.strictObject({ moduleName: z.string(), modulePath: z.string(), assets: Assets })),
  remotesInfo: z.strictObject({}),
});

/** Module Federation's `ModuleInfo` of the host. */
const Consumer = Common.extend({
  consumerList: z.array(z.string()),
  remotesInfo: z.record(z.string(), z.strictObject({ matchedVersion: SemVer })),
});

/**
 * `GET /.well-known/federation-snapshot.json`: Module Federation's `GlobalModuleInfo`. A host that is given it
 * (`globalThis.__FEDERATION__.moduleInfo`) loads remotes without asking for their manifests first.
 */
export const FederationSnapshot = z.record(z.string(), z.union([Provider, Consumer]));
export type FederationSnapshot = z.infer<typeof FederationSnapshot>;
