import { LambdaClient } from '@aws-sdk/client-lambda';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailStore } from '../../local/engines/mail-store.ts';
import { createMessageStore, openDatabase } from '../../local/engines/message-store.ts';
import { startServices, type Services } from '../../local/engines/services.ts';
import { createLogBook } from '../../local/runtime/log-book.ts';
import { createRuntime, type Runtime } from '../../local/runtime/runtime.ts';
import { aLiveSet } from '../testing/live-set.ts';
import { aTenant } from '../testing/tenant.ts';
import { bootBaseOf } from './boot-document.ts';
import { createLambdaRender, type RenderFunction } from './render-function.ts';

const [stands, kept, gone] = ['00000000000b', '00000000000a', '0000000000ff'] as const;
const folder = mkdtempSync(path.join(tmpdir(), 'render-'));
let runtime: Runtime;
let services: Services;
let client: LambdaClient;
let render: RenderFunction;

const bundleOf = (version: string) => path.join(folder, version, 'index.mjs');
beforeAll(async () => {
  for (const version of [stands, kept]) {
    const answer = { result: { status: 200, head: { title: '' }, html: version }, data: {} };
    mkdirSync(path.join(folder, version));
    writeFileSync(bundleOf(version), `export const handler = async () => (${JSON.stringify(answer)})`);
  }
  mkdirSync(path.join(folder, 'catalog-render'));
  writeFileSync(path.join(folder, 'catalog-render', 'index.mjs'), `export { handler } from '../${stands}/index.mjs'`);
  runtime = createRuntime({
    functions: [{ name: 'catalog-render', entry: '', kind: 'invoke', memoryMb: 64, timeoutMs: 2_000 }],
    ...{
      distDir: folder,
      region: 'eu-central-1',
      environmentsPerFunction: 1,
      logs: createLogBook(),
      envOf: () => ({}),
    },
    slices: {
      versionOf: () => stands,
      bundleOf: (_, version) => (version === kept ? bundleOf(version) : undefined),
    },
  });
  const db = openDatabase(':memory:');
  const store = createMessageStore(db, { maxReceives: 2, now: () => Date.now() });
  const of = { store, mail: createMailStore(db), rules: {}, bus: 'tessera', region: 'eu-central-1' };
  services = await startServices({ ...of, runtime: () => runtime });
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  client = new LambdaClient({ endpoint: services.endpoint, region: 'eu-central-1', credentials });
  render = createLambdaRender(client, { catalog: 'catalog-render', library: 'library-render' });
});
afterAll(async () => {
  client.destroy();
  await services.stop();
  await runtime.close();
  rmSync(folder, { recursive: true });
});

const viewing = { locale: 'de', currency: 'EUR', country: 'DE' } as const;
const event = {
  ...{ tenantId: 'aria', host: 'aria.localhost', url: '/', dataUrls: [], deadlineMs: 1_000 },
  boot: bootBaseOf({ tenant: aTenant(), live: aLiveSet(), surface: 'shop', viewing, cdn: 'http://cdn.aria.localhost' }),
};
const renderedBy = async (version?: string) => (await render('catalog', event, version))?.result;

test.each([
  ['a release that names none', undefined, stands],
  ['the version that stands', stands, stands],
  ['an earlier one that is kept', kept, kept],
  ['one that is gone, and gives way', gone, stands],
])('%s', async (_, asked, answers) => {
  expect(await renderedBy(asked)).toMatchObject({ html: answers });
});

test('a version that is gone is not asked for again with each page, but is after a minute', async () => {
  let now = 0;
  const asked: (string | undefined)[] = [];
  client.middlewareStack.add(
    (next) => (args) => {
      asked.push((args.input as { Qualifier?: string }).Qualifier);
      return next(args);
    },
    { step: 'initialize', name: 'asked' },
  );
  const patient = createLambdaRender(client, { catalog: 'catalog-render' }, () => now);
  for (const at of [0, 59_999, 60_000]) {
    now = at;
    expect((await patient('catalog', event, gone))?.result).toMatchObject({ html: stands });
  }
  client.middlewareStack.remove('asked');
  const alias = `v-${gone}`;
  expect(asked).toEqual([alias, undefined, undefined, alias, undefined]);
});

test('a slice without a render function renders nothing; one whose function is not there fails', async () => {
  expect(render('checkout', event)).toBeUndefined();
  await expect(render('library', event, kept)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
