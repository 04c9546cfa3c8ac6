import { ChatEvent } from '@tessera/contracts/api/support.ts';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestTable } from '../../tests/setup/table.ts';
import { startModelServer } from '../local/model/server.ts';
import { startSearchServer } from '../local/search/server.ts';
import { seedTenants } from '../local/seed/content/tenants.ts';
import type { SeedTenant } from '../local/seed/types.ts';
import { createLanguageModel } from '../platform/model/from-env.ts';
import { createOllama } from '../platform/model/ollama.ts';
import { createLocalSearch } from '../platform/search/local.ts';
import { toPassages } from '../platform/search/passages.ts';
import { signTenant } from '../platform/tenant-signature.ts';
import { createArticleEntity } from '../table/article.ts';
import type { Table } from '../table/client.ts';
import { createTenantProfileEntity } from '../table/tenant-profile.ts';
import { createSupportApp } from './app.ts';
import { createDynamoArticleRepository } from './article/repository.dynamo.ts';
import { createContactReader } from './contact.ts';

const keys = [Buffer.alloc(32, 1)];
const host = 'shop.localhost';
const stops: (() => Promise<void>)[] = [];
let app: ReturnType<typeof createSupportApp>;

beforeAll(async () => {
  const table = await createTestTable();
  const [model, search] = await Promise.all([startModelServer(), startSearchServer({ port: 0 })]);
  stops.push(model.stop, () => new Promise((resolve) => search.server.close(() => resolve())));
  const language = createLanguageModel({
    ...{ MODEL_ADAPTER: 'ollama' as const, MODEL_ENDPOINT: model.endpoint, MODEL_LOCALES: 'en' },
    ...{ MODEL_CHAT: 'extract', MODEL_EMBED: 'sentences' },
  });
  const engine = createLocalSearch(search.endpoint);
  for (const tenant of seedTenants) {
    await writeTenant(tenant, table);
    for (const article of tenant.articles)
      await engine.forTenant(tenant.profile.id).putPassages(article, await toPassages(article, language));
  }
  app = createSupportApp(
    {
      articlesOf: (tenantId) => createDynamoArticleRepository(table, tenantId),
      contactOf: createContactReader(table),
      search: engine,
      model: language,
      warn: () => undefined,
    },
    { tenantKeys: keys },
  );
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

describe('chat', () => {
  test.each(['aria', 'folio', 'lumen'])(
    '%s answers how to get a refund from its own article, cited',
    async (tenant) => {
      const { text, citations, done } = await ask(tenant, 'How do I get my money back?');
      const article = seedTenants
        .find(({ profile }) => profile.id === tenant)
        ?.articles.find(({ slug }) => slug === 'refunds');
      expect(done).toMatchObject({ known: true });
      expect(citations[0]).toMatchObject({ slug: 'refunds', number: 1 });
      expect(article?.sections.some((section) => text.includes(section.text.slice(0, 40)))).toBe(true);
      expect(citations[0]?.href).toBe(`/help/refunds#${citations[0]?.sectionId}`);
    },
  );

  test('says that it does not know, and offers a person, where no article speaks of the question', async () => {
    const { text, citations, done } = await ask('aria', 'What is the capital of Mongolia?');
    expect(text).toBe('');
    expect(citations).toEqual([]);
    expect(done).toEqual({ type: 'done', known: false, contact: 'help@aria.example' });
  });

  const inTheirLanguage = [
    ['aria', 'de', 'Wie bekomme ich mein Geld zurück?', 'refunds', 'Schreiben Sie uns innerhalb von 14 Tagen'],
    ['aria', 'de', 'Meine Karte wurde abgelehnt', 'payment', 'Ihre Bank hat die Zahlung abgelehnt'],
    ['folio', 'de', 'Passwort vergessen', 'account', 'Wählen Sie auf der Anmeldeseite'],
    ['lumen', 'de', 'Wie läuft die Erstattung?', 'refunds', 'erstatten'],
    ['aria', 'ar', 'كيف أسترد نقودي؟', 'refunds', 'راسلنا خلال 14 يوماً'],
    ['folio', 'ar', 'لماذا رُفضت بطاقتي؟', 'invoices', 'رفض مصرفك الدفعة'],
    ['lumen', 'ar', 'نسيت كلمة المرور', 'account', 'اختر «هل نسيت كلمة المرور؟»'],
    ['aria', 'de', 'How do I get a refund?', 'refunds', 'Write to us within 14 days'],
  ] as const;
  test.each(inTheirLanguage)('%s, %s: %s', async (tenant, locale, question, slug, words) => {
    const { text, citations, done } = await ask(tenant, question, locale);
    expect(done).toEqual({ type: 'done', known: true });
    expect(text).toContain(words);
    expect(citations[0]?.slug).toBe(slug);
  });

  test.each([
    ['de', 'Wie ist das Wetter morgen?'],
    ['de', 'Wer hat gestern gewonnen?'],
    ['ar', 'ما عاصمة فرنسا؟'],
    ['ar', 'هل ستمطر غداً؟'],
  ])('%s: does not know %s', async (locale, question) => {
    for (const tenant of ['aria', 'folio', 'lumen'])
      expect((await ask(tenant, question, locale)).done).toMatchObject({ known: false });
  });

  test('streams: the first words come before the last', async () => {
    const response = await post('aria', { message: 'How can I pay?' });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain('"type":"text"');
    await reader?.cancel();
  });

  test.each([
    ['an empty message', { message: '   ' }, 422],
    ['a message that is too long', { message: 'x'.repeat(1001) }, 422],
    ['no message', {}, 422],
  ])('refuses %s', async (_, body, status) => {
    expect((await post('aria', body)).status).toBe(status);
  });

  test('refuses a request without the CSRF header, and one that the edge has not signed', async () => {
    const body = JSON.stringify({ message: 'Hello' });
    const headers = { 'content-type': 'application/json', host, 'x-tenant': signed('aria') };
    expect((await app.request('/api/support/chat', { method: 'POST', body, headers })).status).toBe(403);
    expect(
      (
        await app.request('/api/support/chat', {
          method: 'POST',
          body,
          headers: { ...headers, 'x-tenant': 'aria', 'x-tessera-csrf': '1' },
        })
      ).status,
    ).toBe(403);
  });

  test('answers an error event, not a broken stream, when the model is gone', async () => {
    const gone = createOllama({ endpoint: 'http://127.0.0.1:9', chatModel: 'x', embedModel: 'x' });
    const table = await createTestTable();
    await writeTenant(requireTenant('aria'), table);
    const broken = createSupportApp(
      {
        articlesOf: () => createDynamoArticleRepository(table, 'aria'),
        contactOf: createContactReader(table),
        search: createLocalSearch('http://127.0.0.1:9'),
        model: gone,
        warn: () => undefined,
      },
      { tenantKeys: keys },
    );
    const response = await broken.request('/api/support/chat', {
      method: 'POST',
      body: JSON.stringify({ message: 'Hello' }),
      headers: headersOf('aria'),
    });
    expect(await eventsOf(response)).toEqual([
      { type: 'error', message: 'The assistant cannot be reached right now.' },
    ]);
  });
});

describe('articles', () => {
  test('come in the visitor’s language where there is one, else in the base language', async () => {
    const german = await get('folio', '/api/public/support/articles?locale=de');
    const titles = ((await german.json()) as { items: { slug: string; title: string }[] }).items;
    expect(titles.find(({ slug }) => slug === 'refunds')?.title).toBe('Erstattung und Widerruf');
    expect(titles.find(({ slug }) => slug === 'delivery')?.title).toBe('Delivery of printed books');
    expect(german.headers.get('cache-control')).toContain('public');
  });

  test('another tenant’s article answers exactly like a missing one', async () => {
    const [foreign, missing] = await Promise.all([
      get('aria', '/api/public/support/articles/ebooks'),
      get('aria', '/api/public/support/articles/nothing'),
    ]);
    expect(foreign.status).toBe(404);
    expect(await foreign.text()).toBe(await missing.text());
  });

  test('the OpenAPI document that is served is the committed one', async () => {
    const served = await (await get('aria', '/api/ai-support/openapi.json')).json();
    expect(served).toEqual(JSON.parse(await readFile(new URL('./openapi.json', import.meta.url), 'utf8')));
  });
});

async function ask(tenant: string, message: string, locale?: string) {
  const events = await eventsOf(await post(tenant, { message, ...(locale && { locale }) }));
  return {
    text: events.map((event) => (event.type === 'text' ? event.text : '')).join(''),
    citations: events.flatMap((event) => (event.type === 'citation' ? [event.citation] : [])),
    done: events.at(-1),
  };
}

async function eventsOf(response: Response): Promise<ChatEvent[]> {
  const frames = (await response.text()).split('\n\n').filter(Boolean);
  return frames.map((frame) => ChatEvent.parse(JSON.parse(frame.replace(/^data: /, ''))));
}

const signed = (tenantId: string) => signTenant({ tenantId, host, nowSeconds: Math.floor(Date.now() / 1000) }, keys);
const headersOf = (tenant: string) => ({
  host,
  'x-tenant': signed(tenant),
  'x-tessera-csrf': '1',
  'content-type': 'application/json',
});
const get = (tenant: string, path: string) => app.request(path, { headers: headersOf(tenant) });
const post = (tenant: string, body: unknown) =>
  app.request('/api/support/chat', { method: 'POST', body: JSON.stringify(body), headers: headersOf(tenant) });

function requireTenant(id: string): SeedTenant {
  const tenant = seedTenants.find(({ profile }) => profile.id === id);
  if (!tenant) throw new Error(`no tenant ${id}`);
  return tenant;
}

async function writeTenant(tenant: SeedTenant, table: Table): Promise<void> {
  const tenantId = tenant.profile.id;
  const { id: _id, flags: _flags, ...profile } = tenant.profile;
  const updatedAt = '2026-11-01T00:00:00Z';
  await createTenantProfileEntity(table)
    .put({
      tenantId,
      profile,
      flags: {},
      defaultStoreId: tenant.store.id,
      priceLists: tenant.priceLists,
      taxRegistrations: tenant.taxRegistrations,
      updatedAt,
    })
    .go();
  const articles = createArticleEntity(table);
  await articles
    .put(
      tenant.articles.map((article) => ({
        ...article,
        tenantId,
        sections: [...article.sections],
        updatedOn: '2026-11-01',
      })),
    )
    .go();
}
