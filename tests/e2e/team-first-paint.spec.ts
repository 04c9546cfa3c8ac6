import type { Page } from '@playwright/test';
import { hasAccess, noAccess } from '../setup/access.ts';
import { requireLiveSet, pinTo } from '../setup/publish.ts';
import { publishAsTeam, type TeamRemote } from '../setup/publish-as-team.ts';
import { ask } from './ask.ts';
import { expect, shopOf, test } from './fixtures.ts';
import { untilRendered } from './until-rendered.ts';

const folio = shopOf('folio');

test.use({ serviceWorkers: 'block' });
test.skip(!hasAccess(), noAccess);

/** The remote live in its shop for the time of `look`. */
async function whileLive(made: TeamRemote, look: () => Promise<void>): Promise<void> {
  const { remote, releaseId } = await publishAsTeam(made);
  const { releases } = await requireLiveSet(made.tenantId);
  const { undo } = await pinTo(made.tenantId, { ...releases, [remote]: releaseId });
  try {
    await look();
  } finally {
    await undo();
  }
}

const picks = { tenantId: 'folio', remote: 'mfe-picks', route: '/picks' };

/** The template's own, which also tells what it finds around it, where a browser without scripts can read it. */
const telling = `import { createServerEntry } from '@tessera/remote-kit/server/create-server-entry.tsx';
import { definition } from './definition.ts';

const render = createServerEntry(definition);
const { fetch, process } = globalThis;
export default async (input: Parameters<typeof render>[0]) => {
  const page = await render(input);
  const description = JSON.stringify([typeof fetch, typeof process.getBuiltinModule, Object.keys(process.env)]);
  return { ...page, head: { ...page.head, description } };
};
`;
const works = (page: Page) => page.locator('#tessera-mfe-picks article');

test('what a shop’s team wrote is in its document before any script ran, with its data, and only there', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  await whileLive({ ...picks, changes: { 'src/server.tsx': telling } }, async () => {
    // On a busy machine its first start may take too long, after which it rests for ten seconds.
    await untilRendered('folio', '/picks', 75_000);

    const still = await browser.newContext({ javaScriptEnabled: false });
    const read = await still.newPage();
    await read.goto(`${folio.origin}/picks`);
    await expect(read.getByRole('heading', { level: 1, name: 'Picked for you' })).toBeVisible();
    await expect(read).toHaveTitle(/Picked for you/);
    const titles = await works(read).getByRole('link').allTextContents();
    expect(titles).toHaveLength(4);
    const found = await read.locator('meta[name="description"]').getAttribute('content');
    expect(JSON.parse(found ?? '')).toEqual(['undefined', 'undefined', ['NODE_ENV']]);
    await still.close();

    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${folio.origin}/picks`);
    const others = page.getByRole('button', { name: 'Show others' });
    const first = await works(page).getByRole('link').allTextContents();
    expect(first).toEqual(titles);
    // Hydrated: a press does something, and the data of the document was enough.
    await expect(async () => {
      await others.click();
      expect(await works(page).getByRole('link').allTextContents()).not.toEqual(titles);
    }).toPass();
    expect(asked.filter((path) => path.includes('/catalog/search'))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();

    expect((await ask('aria.localhost', '/picks')).status).toBe(404);
  });
});

test('one whose server entry never ends costs its own page the first paint, and nobody anything else', async ({
  page,
}) => {
  const looping = { 'src/server.tsx': 'export default () => {\n  for (;;);\n};\n' };
  await whileLive({ ...picks, remote: 'mfe-loops', route: '/loops', changes: looping }, async () => {
    const started = Date.now();
    const { status, text } = await ask('folio.localhost', '/loops');
    expect(status).toBe(200);
    expect(text).toContain('"document-skeleton"');
    expect(Date.now() - started).toBeLessThan(2_000);
    await page.goto(`${folio.origin}/loops`);
    await expect(page.getByRole('heading', { level: 1, name: 'Picked for you' })).toBeVisible();
    await untilRendered('folio', '/');
  });
});
