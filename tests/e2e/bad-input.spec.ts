import { expect, test } from '@playwright/test';
import { createHmac, randomBytes } from 'node:crypto';
import { permissionHash } from '../../backend/library/download/permission.ts';
import { seedTenants } from '../../backend/local/seed/content/tenants.ts';
import { hashOf } from '../../backend/platform/session-secret.ts';
import { parseTenantSigningKeys, signTenant } from '../../backend/platform/tenant-signature.ts';
import { createDownloadEntity } from '../../backend/table/download.ts';
import { createSessionEntity } from '../../backend/table/session.ts';
import { hasAccess, noAccess, requireAccess } from '../setup/access.ts';
import { signInByApi, type ApiCustomer } from './api-customer.ts';
import { ask, type Answer } from './ask.ts';

const aria = 'aria.localhost';
const folio = 'folio.localhost';
const csrf = { 'x-tessera-csrf': '1' };
const codeOf = (answer: Answer) => (answer.json() as { code: string }).code;
const nowSeconds = () => Math.floor(Date.now() / 1000);

function workOf(tenantId: string) {
  const tenant = seedTenants.find(({ profile }) => profile.id === tenantId);
  const work = tenant?.works.find(({ products }) => (products[0]?.files.length ?? 0) > 0);
  const product = work?.products[0];
  if (!work || !product) throw new Error(`${tenantId} sells no file`);
  return { workId: work.id, productId: product.id };
}

test.describe('an address that is no shop', () => {
  test('is told so, in words for people and in JSON for programs', async () => {
    const program = await ask('nobody.example', '/');
    expect([program.status, codeOf(program)]).toEqual([421, 'unknown_host']);
    const person = await ask('nobody.localhost', '/', { headers: { accept: 'text/html' } });
    expect(person.status).toBe(421);
    expect(person.text).toContain('There is no shop at “nobody.localhost”');
  });

  test('of the platform answers nothing but sign-in and webhooks', async () => {
    expect((await ask('id.localhost', '/')).status).toBe(404);
    expect((await ask('id.localhost', '/api/cart')).status).toBe(404);
  });
});

test.describe('a tenant header from outside', () => {
  const path = '/api/public/catalog/items/';
  const missing = () => ask(aria, `${path}wrk_missing`);

  for (const [how, value] of [
    ['unsigned', () => 'folio'],
    ['forged', () => `folio.${nowSeconds()}.${randomBytes(32).toString('base64url')}`],
  ] as const)
    test(`${how} changes nothing`, async () => {
      const answer = await ask(aria, path + workOf('folio').workId, { headers: { 'x-tenant': value() } });
      expect([answer.status, answer.text]).toEqual([404, (await missing()).text]);
    });

  test('that was signed by the edge and is replayed changes nothing', async () => {
    test.skip(!hasAccess(), noAccess);
    const keys = parseTenantSigningKeys(JSON.stringify(requireAccess().secrets.tenantSigningKeys));
    for (const host of [folio, aria]) {
      const genuine = signTenant({ tenantId: 'folio', host, nowSeconds: nowSeconds() }, keys);
      const answer = await ask(aria, path + workOf('folio').workId, { headers: { 'x-tenant': genuine } });
      expect([answer.status, answer.text]).toEqual([404, (await missing()).text]);
    }
  });
});

test.describe('a body', () => {
  const post = (body: unknown) => ask(aria, '/api/cart', { body, headers: csrf });

  test('that is no JSON is unreadable', async () => {
    const answer = await post('{"op":');
    expect([answer.status, codeOf(answer)]).toEqual([400, 'unreadable_body']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('that is too large is refused unread', async () => {
    const answer = await post({ op: 'set', productId: 'x'.repeat(70_000), quantity: 1 });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'too_large']);
  });

  test('of the wrong shape is told each place that is wrong', async () => {
    const answer = await post({ op: 'steal', productId: 7, quantity: -1 });
    expect(answer.status).toBe(422);
    const { errors } = answer.json() as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['body.op', 'body.productId', 'body.quantity']);
  });

  test('of telemetry is bounded like any other', async () => {
    const events = Array.from({ length: 51 }, () => ({ type: 'error', message: 'x', at: new Date().toISOString() }));
    const answer = await ask(aria, '/api/session/telemetry', { body: { releaseSet: 'set_x', events } });
    expect(answer.status).toBe(422);
  });
});

test.describe('a write from another site', () => {
  const body = { op: 'set', productId: workOf('aria').productId, quantity: 1 };

  test('lacks the header that only our pages send', async () => {
    const answer = await ask(aria, '/api/cart', { body });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'csrf']);
  });

  test('names its own origin', async () => {
    const answer = await ask(aria, '/api/cart', { body, headers: { ...csrf, origin: 'https://elsewhere.example' } });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'csrf']);
  });
});

test.describe('a session', () => {
  const who = (host: string, value: string) =>
    ask(host, '/api/me/entitlements', { headers: { cookie: `__Host-session=${value}` } });
  const sessionOf = ({ cookie }: ApiCustomer) => /__Host-session=([^;]+)/.exec(cookie)?.[1] ?? '';

  test('that was made up is none', async () => {
    const none = await ask(aria, '/api/me/entitlements');
    expect(none.status).toBe(401);
    for (const forged of ['admin', randomBytes(32).toString('base64url'), `${'A'.repeat(43)}'--`]) {
      const answer = await who(aria, forged);
      expect([answer.status, answer.text]).toEqual([401, none.text]);
    }
  });

  test('of another shop is none, and a signed-out one is gone', async () => {
    const customer = await signInByApi('aria');
    const value = sessionOf(customer);
    expect((await who(aria, value)).status).toBe(200);
    expect((await who(folio, value)).status).toBe(401);
    expect((await customer.ask('/api/session/sign-out', { method: 'POST' })).status).toBe(200);
    expect((await who(aria, value)).status).toBe(401);
  });

  test('that has run out is none, before the table has removed it', async () => {
    test.skip(!hasAccess(), noAccess);
    const value = sessionOf(await signInByApi('aria'));
    const sessions = createSessionEntity(requireAccess().table);
    await sessions
      .patch({ tenantId: 'aria', hash: hashOf(value) })
      .set({ ttl: nowSeconds() - 1 })
      .go();
    expect((await who(aria, value)).status).toBe(401);
  });

  test('does not open the console to a shopper', async () => {
    const customer = await signInByApi('aria');
    expect((await customer.ask('/api/admin/overview')).status).toBe(403);
    expect((await ask(aria, '/api/admin/overview')).status).toBe(401);
  });
});

test.describe('a payment event', () => {
  const post = (body: string, signature?: string) =>
    ask('id.localhost', '/api/webhooks/stripe', {
      body,
      headers: signature === undefined ? {} : { 'stripe-signature': signature },
    });
  const sign = (body: string, secret: string, at = nowSeconds()) =>
    `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
  const eventOf = (type: string) =>
    JSON.stringify({ id: `evt_${randomBytes(8).toString('hex')}`, object: 'event', type, data: { object: {} } });

  test('without a signature, or with a wrong one, is refused', async () => {
    const body = eventOf('checkout.session.completed');
    expect((await post(body)).status).toBe(422);
    for (const signature of ['nonsense', sign(body, 'whsec_guessed')]) {
      const answer = await post(body, signature);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'webhook_signature']);
    }
  });

  test('whose signature is old, or fits another body, is refused', async () => {
    test.skip(!hasAccess(), noAccess);
    const { stripeWebhookSecret: secret } = requireAccess().secrets;
    const body = eventOf('checkout.session.completed');
    for (const signature of [sign(body, secret, nowSeconds() - 301), sign(`${body} `, secret)]) {
      const answer = await post(body, signature);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'webhook_signature']);
    }
  });

  test('that nobody knows is taken and leads to nothing', async () => {
    test.skip(!hasAccess(), noAccess);
    const body = eventOf('planet.aligned');
    expect((await post(body, sign(body, requireAccess().secrets.stripeWebhookSecret))).status).toBe(200);
  });
});

test.describe('what was bought', () => {
  let lena: ApiCustomer;
  let sam: ApiCustomer;
  let grant: Awaited<ReturnType<ApiCustomer['buy']>>;
  let other: typeof grant;

  test.beforeAll(async () => {
    lena = await signInByApi('folio');
    grant = await lena.buy(workOf('folio').productId);
    sam = await signInByApi('aria');
    other = await sam.buy(workOf('aria').productId);
  });

  const linkTo = async (customer: ApiCustomer, from: typeof grant, asset = 0) => {
    const body = { entitlementId: from.id, assetId: from.assets[asset]?.id };
    const answer = await customer.ask('/api/downloads/link', { body });
    expect(answer.status, answer.text).toBe(200);
    return answer.json() as { url: string; token: string; permissionHash: string; expiresAt: string };
  };

  test('is missing for every other shop, byte for byte', async () => {
    const pairs: [own: string, invented: string][] = [
      [`/api/checkout/orders/${grant.orderId}`, '/api/checkout/orders/ord_missing'],
      [`/api/public/catalog/items/${workOf('folio').workId}`, '/api/public/catalog/items/wrk_missing'],
    ];
    for (const [own, invented] of pairs) {
      expect((await lena.ask(own)).status).toBe(200);
      const [foreign, missing] = [await sam.ask(own), await sam.ask(invented)];
      expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
      expect(missing.status).toBe(404);
    }
  });

  test('gives no link to who did not buy it', async () => {
    const [asset, foreign] = [grant.assets[0]?.id, other.assets[0]?.id];
    const answers = await Promise.all(
      [
        { entitlementId: grant.id, assetId: asset },
        { entitlementId: 'ent_missing', assetId: 'ast_missing' },
        { entitlementId: other.id, assetId: asset },
      ].map((body) => sam.ask('/api/downloads/link', { body })),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(foreign).not.toBe(asset);
  });

  test('is fetched through its own link only: unsigned, tampered, swapped and expired ones are refused', async () => {
    const link = await linkTo(lena, grant);
    const another = await linkTo(lena, grant, 1);
    const exp = Math.floor(Date.parse(link.expiresAt) / 1000);
    const tampered = link.permissionHash.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    const at = `/api/downloads/${link.token}`;
    const refused = {
      unsigned: at,
      'without its hash': `${at}?exp=${exp}`,
      tampered: `${at}?exp=${exp}&h=${tampered}`,
      prolonged: `${at}?exp=${exp + 3600}&h=${link.permissionHash}`,
      swapped: `${at}?exp=${exp}&h=${another.permissionHash}`,
      invented: `/api/downloads/${randomBytes(24).toString('base64url')}?exp=${exp}&h=${link.permissionHash}`,
    };
    for (const [how, url] of Object.entries(refused)) expect([how, (await lena.ask(url)).status]).toEqual([how, 403]);
    expect((await ask(folio, link.url)).status).toBe(401);
    expect((await lena.ask(link.url)).status).toBe(303);
  });

  test('of one person is not opened by another person’s link', async () => {
    const link = await linkTo(lena, grant);
    const foreign = await linkTo(sam, other);
    const query = new URL(foreign.url, 'http://shop.invalid').search;
    expect((await sam.ask(link.url)).status).toBe(403);
    expect((await lena.ask(`/api/downloads/${link.token}${query}`)).status).toBe(403);
  });

  test('is not opened by a link that has run out, though its hash is right', async () => {
    test.skip(!hasAccess(), noAccess);
    const { table, secrets } = requireAccess();
    const downloads = createDownloadEntity(table);
    const { token } = await linkTo(lena, grant);
    const { data: kept } = await downloads.get({ tenantId: 'folio', token }).go();
    if (!kept) throw new Error('the link was not kept');
    const late = { ...kept, token: `late-${token}`, expiresAt: nowSeconds() - 1 };
    await downloads.put(late).go();
    const url = `/api/downloads/${late.token}?exp=${late.expiresAt}&h=${permissionHash(late, secrets.downloadSecret)}`;
    expect((await lena.ask(url)).status).toBe(403);
  });

  test('stays one order and one entitlement when its event comes ten times', async () => {
    test.skip(!hasAccess(), noAccess);
    const { stripeSecretKey, stripeWebhookSecret } = requireAccess().secrets;
    const events = await ask('pay.localhost', '/v1/events?limit=100', {
      headers: { authorization: `Bearer ${stripeSecretKey}` },
    });
    const { data } = events.json() as { data: { type: string; data: { object: unknown } }[] };
    const event = data.find(
      ({ type, data }) => type === 'checkout.session.completed' && JSON.stringify(data.object).includes(grant.orderId),
    );
    const body = JSON.stringify(event);
    const before = await lena.entitlements();
    const at = nowSeconds();
    const signature = `t=${at},v1=${createHmac('sha256', stripeWebhookSecret).update(`${at}.${body}`).digest('hex')}`;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        ask('id.localhost', '/api/webhooks/stripe', { body, headers: { 'stripe-signature': signature } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await lena.entitlements()).toEqual(before);
    const invoices = (await lena.ask('/api/me/invoices?limit=100')).json() as { items: { orderId: string }[] };
    expect(invoices.items.filter(({ orderId }) => orderId === grant.orderId)).toHaveLength(1);
  });
});

test('too many requests are told when to come again', async () => {
  const from = '127.0.0.77';
  const pay = (address?: string) =>
    ask(aria, '/api/checkout/create-session', { body: {}, headers: csrf, ...(address && { from: address }) });
  let answer = await pay(from);
  for (let count = 1; count < 45 && answer.status !== 429; count += 1) answer = await pay(from);
  expect([answer.status, codeOf(answer)]).toEqual([429, 'too_many_requests']);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect((await pay()).status).toBe(401);
});
