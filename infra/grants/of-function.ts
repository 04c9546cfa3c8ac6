import type { RegionalFunctionName } from '../../backend/environment/shapes.ts';
import { cdnOrigin, domainTarget, platformOrigin, publicPort, publicScheme, shopHosts } from './addresses.ts';
import {
  alsoReadAndWriteObjects,
  findObjects,
  nameBucket,
  readAndWriteObjects,
  readObjects,
  readObjectsOfCaller,
  removeObjects,
  writeObjects,
} from './bucket.ts';
import type { Grant } from './grant.ts';
import { checkSessions, cliClient, hostedUi, keepAppClients, manageUsers } from './identity.ts';
import { askModel, embedTexts } from './model.ts';
import { search, searchAndIndex } from './search.ts';
import {
  downloadSecret,
  releasePublicKeys,
  signReleases,
  stripeSecretKey,
  stripeWebhookSecret,
  tenantSigningKeys,
} from './secrets.ts';
import { invokeRenderers, publishEvents, sendMail, startIsolated } from './services.ts';
import { serveShopHosts, writeHosts } from './shop-hosts.ts';
import { readAndWriteTable, readTable } from './table.ts';

const slice = [readAndWriteTable, tenantSigningKeys];
const readingSlice = [readTable, tenantSigningKeys];

/** All that each function may do. */
export const grantsOf: Readonly<Record<RegionalFunctionName, readonly Grant[]>> = {
  catalog: [...readingSlice, search],
  // The platform's own server entries run here: it reads, and knows no secret but the one that every slice checks requests with.
  'catalog-render': [...readingSlice, search, readObjectsOfCaller('releases', 'blobs/')],
  checkout: [...slice, checkSessions, stripeSecretKey, stripeWebhookSecret, publicScheme, publicPort],
  files: [findObjects('releases', ['origins/', 'blobs/'])],
  library: [...slice, checkSessions, readObjects('assets'), downloadSecret],
  admin: [
    ...[...slice, checkSessions, hostedUi, manageUsers, search],
    ...[writeObjects('media'), readAndWriteObjects('uploads', 'imports/')],
    ...[platformOrigin, domainTarget, publicScheme],
    // Releases arrive below one prefix, are verified, and stand below the others from then on.
    ...[alsoReadAndWriteObjects('uploads', 'releases/'), removeObjects('uploads', 'releases/')],
    ...[readAndWriteObjects('releases', 'blobs/'), alsoReadAndWriteObjects('releases', 'origins/')],
    ...[signReleases, cliClient],
  ],
  session: [...slice, checkSessions, hostedUi, platformOrigin, publicScheme],
  'ai-support': [...slice, search, askModel],
  // As for the catalog, and no model, no search, no secret.
  'ai-support-render': [...readingSlice, readObjectsOfCaller('releases', 'blobs/')],
  composition: [
    ...[...readingSlice, releasePublicKeys, readObjects('releases', 'blobs/'), publicScheme],
    ...[
      cdnOrigin,
      nameBucket('assets'),
      nameBucket('uploads'),
      invokeRenderers({ catalog: 'catalog-render', 'ai-support': 'ai-support-render' }, 'team-render'),
    ],
  ],
  // Code of tenants' teams: it is given all it needs with each call, and may do nothing.
  'team-render': [startIsolated],
  'worker-stream': [publishEvents],
  'worker-index': [readTable, searchAndIndex, embedTexts],
  'worker-audit': [readAndWriteTable],
  'worker-payments': [readAndWriteTable, stripeSecretKey],
  'worker-fulfil': [readAndWriteTable, writeObjects('assets', 'invoices/'), sendMail],
  'worker-import': [readAndWriteTable, writeObjects('media'), readObjects('uploads', 'imports/')],
  'worker-tenants': [
    ...[readAndWriteTable, keepAppClients, writeHosts],
    ...[shopHosts, platformOrigin, publicScheme, publicPort],
  ],
  'worker-health': [readAndWriteTable],
  'worker-rollouts': [readAndWriteTable],
  'worker-domains': [readAndWriteTable, serveShopHosts],
  'worker-sweep': [readAndWriteTable, stripeSecretKey],
};
