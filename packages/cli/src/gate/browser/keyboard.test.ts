import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArgs, findChromium } from './find-chromium.ts';
import { keyboardFindings, walkByKeyboard } from './keyboard.ts';

const executablePath = findChromium();

describe.skipIf(executablePath === undefined)('by Tab (in a Chromium, skipped where there is none)', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArgs });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  async function findingsOf(html: string): Promise<string[]> {
    await page.setContent(`<a href="#">Before</a><main id="place">${html}</main><a href="#">After</a>`);
    return keyboardFindings(await walkByKeyboard(page, '#place'), '/hello').map(({ code, what }) => `${code}: ${what}`);
  }

  const buttons = Array.from({ length: 70 }, (_, index) => `<button>${index}</button>`).join('');
  test.each<[string, string]>([
    ['nothing that can be pressed', '<p>Words</p>'],
    ['more than a screen holds', buttons],
    [
      'what is not for the keyboard',
      `<button disabled>A</button><fieldset disabled><input aria-label="B"></fieldset><button hidden>C</button>
       <button style="visibility: hidden">D</button><div inert><button>E</button></div><button tabindex="-1">F</button>
       <details><summary>G</summary><button>H</button></details><button>I</button>`,
    ],
    [
      'groups of radio buttons, one stop each',
      ['<form>', '<form>', '<div>']
        .map((form) => `${form}<input type="radio" name="a"><input type="radio" name="a" checked></${form.slice(1)}`)
        .join(''),
    ],
    [
      'tabs that the arrow keys move within',
      '<div role="tablist"><button role="tab">A</button><button role="tab" tabindex="-1">B</button></div><p tabindex="0">C</p>',
    ],
    [
      'a list that hands its focus on',
      `<ul tabindex="0" onfocus="this.children[0].focus()"><li tabindex="-1">A</li></ul>`,
    ],
    ['a date, with a stop for each of its parts', '<input type="datetime-local" aria-label="When"><button>A</button>'],
  ])('%s', async (_name, html) => expect(await findingsOf(html)).toEqual([]));

  test.each<[string, string, RegExp]>([
    [
      'one of many is reached',
      `<button onfocus="document.querySelector('[href]').focus()">A</button>${buttons}`,
      /^keyboard: Of 71 things .* not reach 70 .*: button “0”, .*, and 65 more\.$/,
    ],
    [
      'an order of its own',
      '<button>A</button><button tabindex="2">B</button>',
      /^keyboard: .* not reach 1 .*: button “B”/,
    ],
    [
      'a link that sends focus away',
      '<a href="#" onfocus="this.blur()">A</a><button>B</button>',
      /^keyboard: .* not reach 1 .*: button “B”/,
    ],
    [
      'a trap around all',
      `<div onkeydown="event.key === 'Tab' && document.activeElement.id === 'z' && (event.preventDefault(), document.getElementById('a').focus())"><button id="a">A</button><button>B</button><button id="z">Z</button></div>`,
      /^keyboard-trap: .*button “A”/,
    ],
    [
      'a text area that takes Tab for itself',
      `<button>A</button><textarea aria-label="Code" onkeydown="event.key === 'Tab' && event.preventDefault()"></textarea>`,
      /^keyboard-trap: .*textarea “Code”/,
    ],
    [
      'things that keep coming',
      `<button onfocus="const next = this.cloneNode(true); this.after(next)">A</button>`,
      /^keyboard-trap: /,
    ],
  ])('%s', async (_name, html, expected) => {
    const findings = await findingsOf(html);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(expected);
  });
});
