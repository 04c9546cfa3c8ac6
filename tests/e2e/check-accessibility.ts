import AxeBuilder from '@axe-core/playwright';
import { test, type Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const all = { type: 'tag', values: tags } as const;
/** What a scheme can break that its opposite does not. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

/** Both widths and both schemes of a state, without loading it anew. */
const views = [
  { width: 1280, scheme: 'light', runOnly: all },
  { width: 1280, scheme: 'dark', runOnly: colours },
  { width: 390, scheme: 'dark', runOnly: all },
  { width: 390, scheme: 'light', runOnly: colours },
] as const;

/** No rule of WCAG 2.1 AA is broken in this state, at either width, in light and dark. */
export async function checkAccessibility(page: Page, state: string): Promise<void> {
  await test.step(state, async () => {
    for (const { width, scheme, runOnly } of views) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      // These pages hold no frames, which is all that the mode leaves out.
      const axe = new AxeBuilder({ page }).setLegacyMode(true);
      const { violations } = await axe.options({ runOnly: { ...runOnly, values: [...runOnly.values] } }).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
      );
      expect.soft(found, `${state}, ${width} px, ${scheme}`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });
}
