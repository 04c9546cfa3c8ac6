import type { Page } from 'playwright-core';
import { type Finding, refusal } from '../finding.ts';

/** A walk with the Tab key through everything that stands in one place. */
export interface Walk {
  /** How many stops there are to be. */
  wanted: number;
  /** Those that Tab did not come to, as a person would name them. */
  missing: readonly string[];
  /** Where focus was when it was clear that Tab does not get out; undefined where it does. */
  trappedAt: string | undefined;
}

/** What runs in the page. */
interface Walker {
  wanted: number;
  step(): 'inside' | 'outside' | 'again';
  focused(): string;
  missing(): string[];
}

/** A date has a stop for each of its parts, and all of them are one element. */
const stopsOfOne = 20;

/** Everything that can be pressed must be reached by Tab, and Tab must get out again. */
export async function walkByKeyboard(page: Page, selector: string): Promise<Walk> {
  const walker = await page.evaluateHandle<Walker>(walkerIn(selector));
  const wanted = await page.evaluate((one) => one.wanted, walker);
  let trappedAt: string | undefined;
  for (let steps = 0; wanted > 0; steps += 1) {
    await page.keyboard.press('Tab');
    const came = await page.evaluate((one) => one.step(), walker);
    if (came === 'outside') break;
    if (came === 'inside' && steps < (wanted + 1) * stopsOfOne) continue;
    trappedAt = await page.evaluate((one) => one.focused(), walker);
    break;
  }
  const missing = await page.evaluate((one) => one.missing(), walker);
  await walker.dispose();
  return { wanted, missing, trappedAt };
}

/**
 * A stop is what Tab is to come to: visible, enabled, with a tab index of at least 0, and one for each group of radio
 * buttons. Of a group that the arrow keys move within, the others have a tab index of -1.
 */
const walkerIn = (selector: string): string => `(() => {
  const place = document.querySelector(${JSON.stringify(selector)});
  const canBeReached = (one) =>
    one.isConnected && one.tabIndex >= 0 && !one.matches(':disabled') && !one.closest('[inert]') && one.checkVisibility({ visibilityProperty: true });
  const forms = [...document.forms];
  const groupOf = (one) => one.type === 'radio' && one.name ? forms.indexOf(one.form) + ' ' + one.name : one;
  const stops = new Map();
  for (const one of place.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'))
    if (canBeReached(one)) stops.set(groupOf(one), [...(stops.get(groupOf(one)) ?? []), one]);
  const nameOf = (one) => {
    const words = one.getAttribute('aria-label') || one.labels?.[0]?.textContent || one.textContent || one.getAttribute('name') || '';
    const name = words.trim().replace(/\\s+/g, ' ').slice(0, 60);
    return one.localName + (name ? ' “' + name + '”' : '');
  };
  const touched = new Set();
  const seen = new Set();
  let last;
  let stays = 0;
  // What hands its focus on has had it.
  place.addEventListener('focus', ({ target }) => touched.add(target), true);
  place.tabIndex = -1;
  place.focus();
  return {
    wanted: stops.size,
    step() {
      const now = document.activeElement;
      if (!place.contains(now)) return 'outside';
      stays = now === last ? stays + 1 : 0;
      const again = now === last ? stays >= ${stopsOfOne} : seen.has(now);
      last = now;
      seen.add(now);
      return again ? 'again' : 'inside';
    },
    focused: () => nameOf(document.activeElement),
    missing: () => [...stops.values()]
      .filter((group) => group.some(canBeReached) && !group.some((one) => touched.has(one)))
      .map(([first]) => nameOf(first)),
  };
})()`;

const namedAtMost = 5;

export function keyboardFindings({ wanted, missing, trappedAt }: Walk, where: string): Finding[] {
  if (trappedAt !== undefined)
    return [
      refusal('keyboard-trap', {
        what: `Tab does not get out of the page again: focus stays within, at ${trappedAt}.`,
        where,
        fix: 'Let Tab go on from the last thing to what follows the page; only a modal dialog keeps it, until it is closed.',
      }),
    ];
  if (missing.length === 0) return [];
  const named = missing.slice(0, namedAtMost).join(', ');
  const more = missing.length > namedAtMost ? `, and ${missing.length - namedAtMost} more` : '';
  return [
    refusal('keyboard', {
      what: `Of ${wanted} things that can be pressed, Tab does not reach ${missing.length} in going through the page: ${named}${more}.`,
      where,
      fix: 'Use buttons and links, leave their tab order alone, and keep focus where it came.',
    }),
  ];
}
