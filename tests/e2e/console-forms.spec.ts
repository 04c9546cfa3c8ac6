import type { Page } from '@playwright/test';
import { signIn } from './actions.ts';
import { expect, shopOf, test } from './fixtures.ts';

const shop = shopOf('folio');

test.use({ serviceWorkers: 'block' });

const openConsole = async (page: Page, path: string) => {
  await signIn(page, shop, shop.admin, '/admin');
  await page.goto(`${shop.origin}${path}`);
};

test('a form that is not right says where, and a secret stays until it is kept', async ({ page }) => {
  await openConsole(page, '/admin/releases/tokens');
  await page.getByRole('button', { name: 'Create a token' }).first().click();
  const dialog = page.getByRole('dialog');
  const create = dialog.getByRole('button', { name: 'Create a token' });
  await create.click();
  const name = dialog.getByLabel('Name');
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');

  await name.fill('Build server');
  await create.click();
  const all = dialog.getByRole('checkbox', { name: /^All parts/ });
  await expect(all).toBeFocused();
  await expect(all).toHaveAttribute('aria-invalid', 'true');
  await expect(all).toHaveAccessibleDescription('Choose at least one part.');
  await all.check();

  const answered = Promise.withResolvers<void>();
  await page.route('**/api/admin/deploy-tokens', async (route) => {
    if (route.request().method() === 'POST') await answered.promise;
    await route.continue();
  });
  await create.click();
  await expect(create).toHaveAttribute('aria-busy', 'true');
  await tryToLeave(page);
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled();
  answered.resolve();

  const secret = dialog.getByRole('group', { name: 'Secret' });
  await expect(secret).toBeFocused();
  await expect(secret).toHaveAccessibleDescription(/shown this once/);
  await tryToLeave(page);
  await expect(secret).toBeVisible();
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await expect(dialog).toBeHidden();

  const revoke = page.getByRole('row', { name: /Build server/ }).getByRole('button', { name: 'Revoke' });
  await revoke.click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(revoke).toBeFocused();
});

async function tryToLeave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close' })).toHaveCount(0);
}

test('a look that fails leaves the page and the question that is open on it', async ({ page, expectConsole }) => {
  expectConsole(/status of 503/);
  let looks = 0;
  const at = new Date().toISOString();
  const rollout = {
    id: 'one',
    remote: 'mfe-catalog',
    state: 'running',
    release: { version: '99.0.0', releaseId: 'a-canary' },
    percent: 10,
    movedAt: at,
    startedAt: at,
    startedBy: 'somebody',
    changes: [],
  };
  const json = {
    revision: 1,
    moved: { at, by: 'somebody' },
    canaries: { used: 1, max: 2 },
    items: [{ remote: 'mfe-catalog', revision: 1, rollout, history: [], quarantined: [] }],
  };
  await page.route('**/api/admin/traffic', (route) => {
    looks++;
    if (looks === 2) return route.fulfill({ status: 503, json: { title: 'No', code: 'unavailable' } });
    return route.fulfill({ json });
  });
  await openConsole(page, '/admin/releases/mfe-catalog');
  await page.getByRole('button', { name: 'Pause' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Pause' }).click();
  const why = dialog.getByLabel('Why');
  await expect(why).toBeFocused();
  await expect(why).toHaveAttribute('aria-invalid', 'true');
  await why.fill('Half a reason');
  await expect.poll(() => looks, { timeout: 20_000 }).toBeGreaterThan(2);
  await expect(why).toHaveValue('Half a reason');
});

test('a few letters lead anywhere, and Escape leads back', async ({ page }) => {
  await openConsole(page, '/admin');
  const opener = page.getByRole('button', { name: 'Go to or search' });
  await expect(opener).toBeVisible();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog').getByRole('combobox', { name: 'Go to or search' });
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();

  await opener.click();
  await field.fill('orders');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/admin\/orders$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
});
