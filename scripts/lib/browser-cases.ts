import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { DiscoveryDocument } from '@tessera/contracts/discovery.ts';
import { blobKeyOf } from '../../backend/composition/publish/store.ts';
import type { Cloud } from '../../backend/local/cloud.ts';
import { names } from '../../backend/local/environment.ts';
import type { Tab } from './engines.ts';

export interface BrowserCase {
  title: string;
  run(tab: Tab): Promise<void>;
}

const shops = ['aria', 'folio', 'lumen'];
const waitMs = 30_000;
const seen = (tab: Tab, selector: string) => tab.waitForSelector(selector, { timeout: waitMs });

/** What must hold in every engine: the shop is mounted, and bytes that are not the published ones are never run. */
export async function listBrowserCases(cloud: Cloud): Promise<BrowserCase[]> {
  const shop = cloud.platform.urlOf('aria.localhost');
  const discovery = await fetch(`${shop}/.well-known/micro-frontends.json`);
  const { microFrontends } = DiscoveryDocument.parse(await discovery.json());
  const library = microFrontends['mfe-library']?.[0];
  const console = microFrontends['mfe-admin']?.[0];
  if (!library) throw new Error('the library is not live');
  const { files, css } = library.extras.tessera;
  const guarded: [what: string, integrity: string | undefined][] = [
    ['entry', library.metadata.integrity],
    ['chunk deep inside', Object.entries(files).find(([file]) => file.includes('/mount-page-'))?.[1]],
    ['stylesheet', css[0]?.integrity],
  ];
  return [
    ...shops.map((id) => mounted(id, cloud.platform.urlOf(`${id}.localhost`))),
    oneDocument(shop),
    ...guarded.map(([what, integrity]) => tampered(what, integrity, shop, cloud)),
    ...(console ? [unlisted(shop, console.url)] : []),
  ];
}

const mounted = (id: string, origin: string): BrowserCase => ({
  title: `${id} is mounted: chrome, catalog and chat`,
  async run(tab) {
    await tab.goto(origin);
    await seen(tab, '#tessera-mfe-ai-support-aside button');
    await seen(tab, '#tessera-mfe-catalog h1');
    await expectTrue(tab, `!document.querySelector('[data-failure]')`);
  },
});

const oneDocument = (shop: string): BrowserCase => ({
  title: 'one remote follows another in one document',
  async run(tab) {
    await tab.goto(`${shop}/help`);
    await seen(tab, '#tessera-mfe-ai-support h1');
    await tab.evaluate(`document.documentElement.setAttribute('data-same', '')`);
    await tab.click('footer a[href="/library"]');
    await seen(tab, '#tessera-mfe-library h1');
    await expectTrue(tab, `document.documentElement.hasAttribute('data-same')`);
  },
});

const tampered = (what: string, integrity: string | undefined, shop: string, cloud: Cloud): BrowserCase => ({
  title: `one byte changed in the ${what} of a remote: not run, told of, and fetched again`,
  async run(tab) {
    if (!integrity) throw new Error(`the library has no ${what}`);
    await withChangedByte(integrity, cloud, async (restore) => {
      await tab.goto(`${shop}/library`);
      await seen(tab, '#tessera-mfe-library [data-failure=integrity]');
      await expectTrue(tab, `!!document.querySelector('header input[name=q]')`);
      await restore();
      await tab.click('#tessera-mfe-library [data-failure] button');
      await seen(tab, '#tessera-mfe-library h1:not([data-failure] *)');
    });
  },
});

const unlisted = (shop: string, script: string): BrowserCase => ({
  title: 'a script that the document does not name is not run',
  async run(tab) {
    await tab.goto(`${shop}/help`);
    await seen(tab, '#tessera-mfe-ai-support h1');
    await expectTrue(tab, `import(${JSON.stringify(script)}).then(() => false, () => true)`);
  },
});

/** Other bytes under the same address, as a broken or bought origin would serve them. */
async function withChangedByte(
  integrity: string,
  { s3, platform }: Cloud,
  use: (restore: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const at = { Bucket: names.releasesBucket, Key: blobKeyOf(integrity) };
  const { Body, ContentType } = await s3.send(new GetObjectCommand(at));
  const bytes = await Body?.transformToByteArray();
  if (!bytes) throw new Error(`${at.Key} is empty`);
  const put = async (body: Uint8Array): Promise<void> => {
    await s3.send(new PutObjectCommand({ ...at, Body: body, ContentType }));
    await platform.refresh();
  };
  const last = bytes.length - 1;
  await put(bytes.map((byte, index) => (index === last ? byte ^ 1 : byte)));
  try {
    await use(() => put(bytes));
  } finally {
    await put(bytes);
  }
}

async function expectTrue(tab: Tab, expression: string): Promise<void> {
  if ((await tab.evaluate(expression)) !== true) throw new Error(`not so: ${expression}`);
}
