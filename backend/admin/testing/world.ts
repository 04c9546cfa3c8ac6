import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { S3Client } from '@aws-sdk/client-s3';
import { Role } from '@tessera/contracts/api/session.ts';
import { headers } from '@tessera/contracts/http.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { createTestTable } from '../../../tests/setup/table.ts';
import { tenant as tenantOf, work, product } from '../../catalog/testing/tenants.ts';
import { createTestKeys } from '../../composition/testing/keys.ts';
import { createS3Gateway } from '../../local/engines/s3-gateway.ts';
import { startS3 } from '../../local/engines/s3.ts';
import { startTestIdentity } from '../../local/identity/testing/start.ts';
import { startSearch } from '../../local/search/engine.ts';
import type { SeedStore } from '../../local/seed/store.ts';
import { writeTenant } from '../../local/seed/write-tenant.ts';
import type { Authenticator } from '../../platform/auth.ts';
import { newId } from '../../platform/ids.ts';
import { createLocalSearch } from '../../platform/search/local.ts';
import { signTenant } from '../../platform/tenant-signature.ts';
import { createTokenVerifier } from '../../platform/token-verifier.ts';
import { createThrottle } from '../../platform/throttle.ts';
import { createAuditLog } from '../../table/audit-log.ts';
import type { Table } from '../../table/client.ts';
import { toSearchDocument } from '../../table/search-document.ts';
import { createWorkEntity } from '../../table/work.ts';
import { createAdminApp } from '../app.ts';
import { createBearerAuthenticator } from '../deploy-token/bearer.ts';
import { createDeployTokens } from '../deploy-token/deploy-tokens.dynamo.ts';

const keys = [Buffer.alloc(32, 1)];
const credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'secret' };
export const mediaBucket = 'media';
export const uploadsBucket = 'uploads';
export const releasesBucket = 'releases';

/** `aria:usr_1:admin,staff` is that person, signed in at Aria only. */
const authenticate: Authenticator = (value, tenantId) => {
  const [tenant, userId = '', roles = ''] = value.split(':');
  const claims = {
    userId,
    email: `${userId}@example.com`,
    name: userId,
    roles: roles.split(',').map((role) => Role.parse(role)),
    sessionId: 's',
  };
  return Promise.resolve(tenant === tenantId ? claims : undefined);
};

/** Pictures of a known shape, kept nowhere. */
const store: SeedStore = {
  picture: async ({ title }) => ({
    src: `/media/covers/${title}.webp`,
    srcset: [],
    width: 960,
    height: 960,
    color: '#334455',
    alt: title,
  }),
  file: async ({ format }) => ({ key: `files/a.${format}`, bytes: 4_000, contentType: 'audio/mpeg' }),
  preview: async () => ({ key: 'aria/previews/a.mp3', bytes: 400, contentType: 'audio/mpeg' }),
};

export const aria = tenantOf('aria', {
  works: [
    work('wrk_tide', { title: 'Tide', publishedOn: '2024-05-01' }),
    work('wrk_ebb', {
      title: 'Ebb',
      publishedOn: '2025-01-01',
      products: [
        product('prd_ebb', { title: 'LP', format: 'vinyl', delivery: 'physical', maxQuantity: 3, stock: 2 }),
        product('prd_ebb-cd', { title: 'CD', format: 'disc', delivery: 'physical', maxQuantity: 3, stock: 40 }),
      ],
    }),
    work('wrk_drum-roll', { title: 'Drum Roll', kind: 'track', publishedOn: '2023-01-01' }),
  ],
});
export const folio = tenantOf('folio', { works: [work('wrk_herbst', { title: 'Herbst', kind: 'book' })] });

/** Real file store behind its signatures. */
async function startStore() {
  const directory = mkdtempSync(path.join(tmpdir(), 'admin-'));
  const engine = await startS3({ directory, buckets: [mediaBucket, uploadsBucket, releasesBucket] });
  const gateway = createServer(
    createS3Gateway({ upstreamPort: engine.port, keys: { ...credentials, region: 'eu-central-1', service: 's3' } }),
  );
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const s3 = new S3Client({
    endpoint: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  return {
    s3,
    async stop() {
      gateway.close();
      gateway.closeAllConnections();
      await engine.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

/** The slice over real engines: table, file store, user pool and search, with two shops in them. */
export async function startWorld(options: { table?: Table } = {}) {
  const { client, tableName } = options.table ?? (await createTestTable());
  const table = { client, tableName };
  const time = { offsetMs: 0 };
  const clock = () => new Date(Date.now() + time.offsetMs);
  const [files, identity, searchEngine, releaseKeys] = await Promise.all([
    startStore(),
    startTestIdentity(),
    startSearch(),
    createTestKeys(),
  ]);
  const search = createLocalSearch(searchEngine.endpoint);
  for (const tenant of [aria, folio]) {
    await writeTenant(tenant, { table, store });
    const { data } = await createWorkEntity(table).query.ofTenant({ tenantId: tenant.profile.id }).go({ pages: 'all' });
    await search.forTenant(tenant.profile.id).put(data.map((item) => toSearchDocument(item, clock().toISOString())));
  }
  const cognito = new CognitoIdentityProviderClient({
    endpoint: identity.identity.cognitoEndpoint,
    region: 'local',
    credentials,
  });
  const app = createAdminApp({
    table,
    s3: files.s3,
    cognito,
    search,
    mediaBucket,
    uploadsBucket,
    releasesBucket,
    signer: releaseKeys.signer,
    cli: {
      issuer: identity.identity.issuer,
      clientId: identity.identity.cliClientId,
      hostedUiOrigin: identity.identity.hostedUiOrigin,
    },
    userPoolId: identity.identity.userPoolId,
    domainTarget: 'shops.localhost',
    platformHosts: ['shops.localhost', 'id.localhost'],
    publicScheme: 'http',
    newToken: () => 'token-of-the-shop',
    clock,
    newId,
    http: {
      tenantKeys: keys,
      authenticate,
      authenticateBearer: createBearerAuthenticator({
        tokensOf: (tenantId) => createDeployTokens(table, tenantId),
        verifier: createTokenVerifier(identity.identity),
        cliClientId: identity.identity.cliClientId,
        clock,
      }),
      throttle: createThrottle({ clock, quotas: { write: { limit: 9999, windowSeconds: 60 } } }),
    },
  });

  const call = (method: string, path: string, options: CallOptions = {}) => {
    const { tenant = 'aria', as = 'usr_boss:admin', body, type = 'application/json', more = {}, token } = options;
    const host = `${tenant}.localhost:8080`;
    const nowSeconds = Math.floor(clock().getTime() / 1000);
    return app.request(path, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: {
        host,
        [headers.tenant]: signTenant({ tenantId: tenant, host, nowSeconds }, keys),
        'content-type': type,
        ...(as === null || token ? {} : { cookie: `__Host-session=${tenant}:${as}` }),
        ...(token ? { authorization: `Bearer ${token}` } : { [headers.csrf]: '1' }),
        ...more,
      },
    });
  };

  return {
    table,
    releaseKeys,
    newVisitor: identity.newVisitor,
    time,
    clock,
    s3: files.s3,
    search,
    identity: identity.identity,
    cognito,
    call,
    get: (path: string, options?: CallOptions) => call('GET', path, options),
    post: (path: string, body: unknown, options?: CallOptions) => call('POST', path, { ...options, body }),
    async json(path: string, options?: CallOptions): Promise<unknown> {
      const response = await call('GET', path, options);
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return response.json();
    },
    audited: async (entity: string, tenantId = 'aria') =>
      (await createAuditLog(table, tenantId).of(entity, 20)).map(({ what, by }) => `${what} by ${by}`),
    async stop() {
      cognito.destroy();
      await Promise.all([files.stop(), identity.stop(), searchEngine.stop()]);
    },
  };
}

export interface CallOptions {
  tenant?: string;
  /** `<user id>:<roles>`; null for nobody. */
  as?: string | null;
  /** A bearer token, in place of a session. */
  token?: string;
  body?: unknown;
  type?: string;
  more?: Record<string, string>;
}

export type World = Awaited<ReturnType<typeof startWorld>>;

export const Items = z.object({ items: z.array(z.record(z.string(), z.unknown())), nextCursor: z.string().optional() });
