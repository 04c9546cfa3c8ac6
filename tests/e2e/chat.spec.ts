import type { Page } from '@playwright/test';
import { expect, hostUrl, shopOf, test } from './fixtures.ts';
import { untilSettled } from './until-settled.ts';

const aria = shopOf('aria');

const launcher = (page: Page, name: string | RegExp = 'Ask for help') => page.getByRole('button', { name });
const panel = (page: Page) => page.getByRole('dialog');
const answer = (page: Page) => panel(page).getByRole('log').getByRole('listitem').last();

/** Opens the panel by keyboard and asks: the field has the focus, Enter sends. */
async function askByKeyboard(page: Page, question: string, field = 'Your question'): Promise<void> {
  const input = panel(page).getByRole('textbox', { name: field });
  if (!(await input.evaluate((element) => element === document.activeElement))) await input.focus();
  await page.keyboard.type(question);
  // While an answer is still being written, the next question stays in its field.
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(input).toHaveValue('', { timeout: 1_000 });
  }).toPass();
}

const shops = [
  { id: 'aria', said: 'Write to us within 14 days of buying', article: 'Refunds' },
  { id: 'folio', said: 'You may withdraw from a purchase within 14 days', article: 'Refunds and withdrawal' },
  { id: 'lumen', said: 'Write to us within seven days of buying a film', article: 'Refunds' },
];

for (const { id, said, article } of shops)
  test(`${id}: “How do I get a refund?” is answered from its own article, which the citation opens; by keyboard`, async ({
    page,
  }) => {
    const shop = shopOf(id);
    await pace(page);
    await page.goto(shop.origin);
    await untilSettled(page);
    await launcher(page).focus();
    await page.keyboard.press('Enter');
    await expect(panel(page)).toBeVisible();
    const growth = await watchGrowth(page);
    await askByKeyboard(page, 'How do I get a refund?');
    await expect(answer(page)).toContainText(said);
    const citation = panel(page)
      .getByRole('region', { name: 'Sources' })
      .getByRole('link', { name: `1. ${article}` });
    await expect(citation).toBeVisible();
    expect(await growth(), 'it came in pieces').toBeGreaterThan(3);

    await page.keyboard.press('Shift+Tab');
    await expect(citation).toBeFocused();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/help\/refunds#s1$/);
    await expect(page.getByRole('heading', { level: 1, name: article })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'How do I get a refund?' })).toBeInViewport();
    // The conversation goes along; closing the panel gives the focus back to what opened it.
    await expect(answer(page)).toContainText(said);
    await panel(page).getByRole('textbox', { name: 'Your question' }).focus();
    await page.keyboard.press('Escape');
    await expect(launcher(page)).toBeFocused();
  });

test('what the articles do not say it does not know, and a person is named', async ({ page }) => {
  await page.goto(aria.origin);
  await untilSettled(page);
  await launcher(page).click();
  await askByKeyboard(page, 'What is the capital of Mongolia?');
  await expect(answer(page)).toContainText('I don’t know. Our help articles don’t answer that.');
  await expect(panel(page).getByRole('link', { name: 'Write to a person at help@aria.example' })).toHaveAttribute(
    'href',
    'mailto:help@aria.example',
  );
  // It goes on after that.
  await askByKeyboard(page, 'My card was declined');
  await expect(answer(page)).toContainText('nothing was charged');
});

test('a stream that breaks off says so and keeps what came; asking again answers', async ({ page, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
  await breakStreams(page, 4);
  await page.goto(aria.origin);
  await untilSettled(page);
  await launcher(page).click();
  await askByKeyboard(page, 'How do I get a refund?');
  await expect(answer(page)).toContainText('The answer broke off.');
  await expect(answer(page)).toContainText('Write to us');
  await page.evaluate(() => sessionStorage.setItem('whole-streams', '1'));
  await panel(page).getByRole('button', { name: 'Ask again' }).click();
  await expect(answer(page)).toContainText('we refund the price and the outbound postage');
});

test('without a network it says that it is offline; connected again it answers', async ({
  page,
  context,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
  await page.goto(aria.origin);
  await untilSettled(page);
  await launcher(page).click();
  await context.setOffline(true);
  await askByKeyboard(page, 'How do I get a refund?');
  await expect(answer(page)).toContainText('You are offline.');
  await context.setOffline(false);
  await panel(page).getByRole('button', { name: 'Ask again' }).click();
  await expect(answer(page)).toContainText('Write to us within 14 days of buying');
});

const languages = [
  {
    locale: 'de',
    open: 'Hilfe fragen',
    field: 'Ihre Frage',
    example: 'Wie bekomme ich mein Geld zurück?',
    said: 'Schreiben Sie uns innerhalb von 14 Tagen nach dem Kauf',
    source: '1. Erstattungen',
    title: 'Erstattungen',
    nonsense: 'Wie ist das Wetter morgen?',
    unknown: 'Das weiß ich nicht.',
  },
  {
    locale: 'ar',
    open: 'اطلب المساعدة',
    field: 'سؤالك',
    example: 'كيف أسترد نقودي؟',
    said: 'راسلنا خلال 14 يوماً من الشراء',
    source: '1. استرداد المال',
    title: 'استرداد المال',
    nonsense: 'ما عاصمة فرنسا؟',
    unknown: 'لا أعرف.',
  },
];

for (const { locale, open, field, example, said, source, title, nonsense, unknown } of languages)
  test(`${locale}: asks and answers in its language, from articles in it`, async ({ page }) => {
    await page.goto(`${aria.origin}/${locale}`);
    await untilSettled(page);
    await launcher(page, open).click();
    await panel(page).getByRole('button', { name: example }).click();
    await expect(answer(page)).toContainText(said);
    await askByKeyboard(page, nonsense, field);
    await expect(answer(page)).toContainText(unknown);
    await panel(page).getByRole('link', { name: source, exact: true }).first().click();
    await page.waitForURL(`${hostUrl('aria.localhost')}/${locale}/help/refunds#s1`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
  });

/** Counts how often the log's text changes from now on. */
async function watchGrowth(page: Page): Promise<() => Promise<number>> {
  const log = await panel(page).getByRole('log').elementHandle();
  const counter = await log?.evaluateHandle((element) => {
    const seen = { changes: 0 };
    new MutationObserver(() => (seen.changes += 1)).observe(element, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return seen;
  });
  return async () => (await counter?.evaluate(({ changes }) => changes)) ?? 0;
}

/** Lets the frames of an answer come one after another also where a busy machine brings them all at once. */
async function pace(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = window.fetch.bind(window);
    window.fetch = async (...request) => {
      const response = await real(...request);
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      if (!isStream || !response.body) return response;
      const slow = new TransformStream<Uint8Array, Uint8Array>({
        async transform(chunk, controller) {
          for (const frame of new TextDecoder().decode(chunk).split(/(?<=\n\n)/)) {
            controller.enqueue(new TextEncoder().encode(frame));
            await new Promise((resolve) => setTimeout(resolve, 30));
          }
        },
      });
      return new Response(response.body.pipeThrough(slow), { status: response.status, headers: response.headers });
    };
  });
}

/** The line is cut after some pieces of an answer, until the tab says otherwise. */
async function breakStreams(page: Page, after: number): Promise<void> {
  await page.addInitScript((pieces) => {
    const real = window.fetch.bind(window);
    window.fetch = async (...request) => {
      const response = await real(...request);
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      if (!isStream || !response.body || sessionStorage.getItem('whole-streams')) return response;
      const reader = response.body.getReader();
      let left = pieces;
      const cut = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { value } = await reader.read();
          left -= 1;
          if (left < 0 || !value) controller.error(new TypeError('network error'));
          else controller.enqueue(value);
        },
      });
      return new Response(cut, { status: response.status, headers: response.headers });
    };
  }, after);
}
