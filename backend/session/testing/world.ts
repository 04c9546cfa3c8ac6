import { getRequestListener } from '@hono/node-server';
import { TenantId } from '@tessera/contracts/ids.ts';
import { randomBytes } from 'node:crypto';
import { createTestTable } from '../../../tests/setup/table.ts';
import { listenOnLoopback } from '../../local/identity/hosted/loopback.ts';
import { authOrigin, startTestIdentity } from '../../local/identity/testing/start.ts';
import { createVisitor, type Seen, type Visitor } from '../../local/identity/testing/visitor.ts';
import type { IdentityOptions } from '../../local/identity/identity.ts';
import { newSecret } from '../../platform/session-secret.ts';
import { signTenant } from '../../platform/tenant-signature.ts';
import { createTokenEndpoint } from '../../platform/token-endpoint.ts';
import { createTokenVerifier } from '../../platform/token-verifier.ts';
import { createAppClientEntity } from '../../table/app-client.ts';
import { createSessionStore } from '../../table/session-store.ts';
import { createSessionApp } from '../app.ts';
import { createPageViewCounter } from '../telemetry/count-page-view.ts';
import { createSignInRepository } from '../sign-in/repository.dynamo.ts';
import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';

export const aria = 'http://aria.localhost:8080';
export const folio = 'http://folio.localhost:8080';
export const platform = 'http://id.localhost:8080';
export const ada = {
  email: 'ada@example.com',
  name: 'Ada',
  password: 'a long sentence',
  groups: ['aria:admin', 'folio:staff'],
};

/** Shops, callback host and hosted pages over real sockets: the slice, the issuer, the user pool and the table. */
export async function startWorld(overrides: Partial<IdentityOptions> = {}) {
  const identity = await startTestIdentity(overrides);
  const { client, tableName } = await createTestTable();
  const table = { client, tableName };
  const tenantKeys = [randomBytes(32)];
  const time = { offsetMs: 0 };
  const seenEvents: TelemetryEvent[] = [];
  /** What the edge finds for whoever asks; nothing where it is empty. */
  const setOfVisitor = { id: '' };
  const sessions = createSessionStore(table);
  const issuer = identity.identity;
  for (const tenantId of ['aria', 'folio'])
    await createAppClientEntity(table)
      .put({ tenantId, clientId: issuer.clientIdOf(tenantId) ?? '' })
      .go();
  await issuer.ensureUser(ada);

  const app = createSessionApp(
    {
      sessions,
      signIns: createSignInRepository(table),
      verifier: createTokenVerifier({ issuer: issuer.issuer, jwksUrl: issuer.jwksUrl }),
      endpoint: createTokenEndpoint(issuer.tokenUrl),
      telemetry: { record: (event) => void seenEvents.push(event) },
      pageViews: createPageViewCounter(table),
      clock: () => new Date(Date.now() + time.offsetMs),
      newSecret,
      hostedUiOrigin: authOrigin,
      platformOrigin: platform,
      publicScheme: 'http',
      warn: () => undefined,
    },
    { tenantKeys },
  );

  /** The edge's part: the tenant of the host, signed. */
  const toApp = getRequestListener((request) => {
    const host = request.headers.get('host') ?? '';
    const [tenantId = ''] = host.split('.');
    const headers = new Headers(request.headers);
    headers.delete('x-tenant');
    const nowSeconds = Math.floor((Date.now() + time.offsetMs) / 1000);
    if (setOfVisitor.id) headers.set('x-tessera-view', `${setOfVisitor.id}|en|EUR|DE`);
    if (tenantId !== 'id') headers.set('x-tenant', signTenant({ tenantId, host, nowSeconds }, tenantKeys));
    return app.fetch(new Request(request, { headers }));
  });
  const door = await listenOnLoopback((request, response) => {
    if (request.headers.host === new URL(authOrigin).host) issuer.listener(request, response);
    else void toApp(request, response);
  });
  const port = Number(new URL(door.origin).port);

  return {
    ...identity,
    sessions,
    table,
    time,
    seenEvents,
    setOfVisitor,
    tenant: (id: string) => TenantId.parse(id),
    newVisitor: () => createVisitor(() => port),
    async stop() {
      await door.stop();
      await identity.stop();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** From the shop's link through the hosted form back to the shop. The shop's own pages are not part of this world. */
export async function signIn(visitor: Visitor, shop: string, returnTo = '/library?from=test'): Promise<Seen> {
  const page = await visitor.visit(`${shop}/api/session/sign-in?return_to=${encodeURIComponent(returnTo)}`);
  if (page.url.origin !== authOrigin) return page;
  return visitor.submit(page, { email: ada.email, password: ada.password });
}

export async function whoIs(visitor: Visitor, shop: string): Promise<unknown> {
  const seen = await visitor.visit(`${shop}/api/session`);
  return JSON.parse(seen.text);
}

export const post = (visitor: Visitor, url: string, body = '{}', headers: Record<string, string> = {}) =>
  visitor.visit(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-tessera-csrf': '1', ...headers },
  });
