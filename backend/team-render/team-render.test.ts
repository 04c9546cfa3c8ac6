import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootBaseOf } from '../composition/document/boot-document.ts';
import { aLiveSet } from '../composition/testing/live-set.ts';
import { aTenant } from '../composition/testing/tenant.ts';
import { invokeFunction } from '../local/engines/lambda-api.ts';
import type { RuntimeOutcome } from '../local/runtime/runtime.ts';
import type { TeamRenderEvent } from './event.ts';
import { maxResultLength } from './render.ts';
import { startTeamRender, type TeamRender } from './testing/start-team-render.ts';

let team: TeamRender;
beforeAll(async () => {
  team = await startTeamRender({ timeoutMs: 1_500, memoryMb: 96 });
});
afterAll(() => team.stop());

const viewing = { locale: 'en', currency: 'USD', country: 'US' } as const;
const boot = bootBaseOf({
  tenant: aTenant(),
  live: aLiveSet(),
  surface: 'shop',
  viewing,
  cdn: 'http://cdn.aria.localhost',
});
const integrityOf = (source: string) => `sha384-${createHash('sha384').update(source).digest('base64')}`;
const eventOf = (source: string, url = '/stores'): TeamRenderEvent => ({
  entry: { source, integrity: integrityOf(source) },
  input: { url, boot, data: { '/api/public/x': { status: 200, body: { greeting: 'Grüße 👋' } } } },
  deadlineMs: 1_000,
});
const call = (event: unknown, tenantId = 'aria.mfe-stores') =>
  team.runtime.invoke('team-render', event, { answer: 'json', tenantId });

/** The outcome of one entry: what it rendered, or what it failed with. */
async function render(source: string, url?: string): Promise<{ html?: unknown; error?: string }> {
  const outcome = await call(eventOf(source, url));
  const answer = read(outcome) as { result?: { html: unknown }; error?: string };
  return answer.result ? { html: answer.result.html } : { error: answer.error ?? '' };
}
function read(outcome: RuntimeOutcome): unknown {
  if (outcome.kind !== 'json') throw new Error(JSON.stringify(outcome));
  return JSON.parse(outcome.payload);
}

/** An entry whose markup is the value of an expression, or the message of what it throws. */
const show = (expression: string) => `
  const of = async () => { try { return String(await (${expression})) } catch (error) { return 'refused: ' + error } };
  export default async (input) => ({ status: 200, head: { title: '' }, html: await of() });`;

test('an entry gets its input and answers markup', async () => {
  const source = `export default async ({ url, boot, data, signal }) => ({ status: 200, head: { title: boot.tenant.name },
    html: [url, boot.locale, data['/api/public/x'].body.greeting, signal.aborted].join('|') })`;
  expect(read(await call(eventOf(source)))).toEqual({
    result: { status: 200, head: { title: boot.tenant.name }, html: '/stores|en|Grüße 👋|false' },
  });
});

test('what it may build on is there, and made of its own realm', async () => {
  const names = [
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'ReadableStream',
    'AbortController',
    'setTimeout',
  ];
  const { html } = await render(
    show(`${JSON.stringify(names)}.map((name) => globalThis[name].constructor === Function).join()`),
  );
  expect(html).toBe(names.map(() => 'true').join());
});

test.each([
  ["new URL('../b?x=1&y=%20z#h', 'https://a.example/c/d').href", 'https://a.example/b?x=1&y=%20z#h'],
  [
    "(() => { const u = new URL('https://a.example/?a=1'); u.searchParams.append('b', 'ü &'); return u.href })()",
    'https://a.example/?a=1&b=%C3%BC+%26',
  ],
  [
    "(() => { const u = new URL('https://a.example/'); u.pathname = '/x y'; u.search = '?q=1'; return u.searchParams.get('q') + u })()",
    '1https://a.example/x%20y?q=1',
  ],
  ["new URLSearchParams('a=1&a=2&b=%C3%BC+x').getAll('a') + new URLSearchParams('b=%C3%BC+x').get('b')", '1,2ü x'],
  ["URL.canParse('no address')", 'false'],
  ["new TextDecoder().decode(new TextEncoder().encode('aß€👋'))", 'aß€👋'],
  [
    "(() => { const d = new TextDecoder(); const b = new TextEncoder().encode('€👋'); return d.decode(b.slice(0, 4), { stream: true }) + d.decode(b.slice(4)) })()",
    '€👋',
  ],
  ["new Intl.NumberFormat('de', { style: 'currency', currency: 'EUR' }).format(1.5)", '1,50\u00a0€'],
  ["new Promise((done) => setTimeout(done, 5, 'later'))", 'later'],
  [
    "(async () => { let text = ''; for await (const part of new ReadableStream({ start(c) { c.enqueue('a'); c.enqueue('b'); c.close() } })) text += part; return text })()",
    'ab',
  ],
])('%s is %s', async (expression, value) => {
  expect(await render(show(expression))).toEqual({ html: value });
});

describe('nothing leads out', () => {
  test.each([
    ['a module of Node', "import('node:fs').then((fs) => fs.readFileSync('/etc/passwd'))"],
    ['a module of Node, with a comment between', "import /* ( */ // (\n ('node:fs')"],
    ['a file', "process.getBuiltinModule('fs')"],
    ['require', "require('fs')"],
    ['the network', "fetch('http://127.0.0.1/')"],
    ['a socket', "new WebSocket('ws://127.0.0.1/')"],
    ['code from text', "eval('1')"],
    ['code from text by a constructor', "(() => 0).constructor('return 1')()"],
    ['code from text of an async function', "(async () => 0).constructor('return 1')()"],
    ['binary code', 'WebAssembly.compile(new Uint8Array())'],
    ['shared memory', 'new SharedArrayBuffer(1)'],
    ['the module’s own place', 'import.meta.url'],
  ])('not %s', async (_, expression) => {
    expect((await render(show(expression))).html).toMatch(/^refused: (Reference|Type|Eval)Error/);
  });

  test('a static import is refused before anything runs', async () => {
    expect(
      (await render("import fs from 'node:fs'; export default () => fs.readFileSync('/etc/passwd')")).error,
    ).toMatch(/self-contained/);
  });

  test('its environment is one word', async () => {
    expect(await render(show('JSON.stringify(process)'))).toEqual({ html: '{"env":{"NODE_ENV":"production"}}' });
  });

  /** The ways by which objects of the outer realm have got into inner ones elsewhere. */
  const outer = (value: string) =>
    `(() => { const F = (${value}).constructor.constructor; return F === Function ? 'own' : 'outer' })()`;
  test.each([
    ['what a timer throws', outer('(() => { try { setTimeout(1) } catch (e) { return e } })()')],
    ['what a bad address throws', outer("(() => { try { new URL('') } catch (e) { return e } })()")],
    ['the input', outer('globalThis.__input')],
    ['the signal', outer('globalThis.__input.signal')],
    [
      'a call site',
      outer(
        '(() => { let site; Error.prepareStackTrace = (_, sites) => { site = sites }; new Error().stack; delete Error.prepareStackTrace; return site })()',
      ),
    ],
    [
      'the function of a call site',
      "(() => { let found = []; Error.prepareStackTrace = (_, sites) => { found = sites.map((s) => [s.getFunction?.(), s.getThis?.()]) }; new Error().stack; delete Error.prepareStackTrace; return found.flat().filter((f) => f && f.constructor && f.constructor.constructor !== Function).length === 0 ? 'own' : 'outer' })()",
    ],
    ['the global object', outer('globalThis')],
    [
      'the end of the stack',
      `(() => { let last; const deep = () => { try { deep() } catch (e) { try { new URL('https://a.example') } catch (inner) { last = inner } throw e } }; try { deep() } catch (e) { last ??= e } return last.constructor.constructor === Function ? 'own' : 'outer' })()`,
    ],
  ])('%s is of its own realm', async (_, expression) => {
    const source = `let shown; export default async (input) => { globalThis.__input = input; try { shown = String(await ${expression}) } catch (error) { shown = 'threw ' + error } return { status: 200, head: { title: '' }, html: shown } }`;
    expect(await render(source)).toEqual({ html: 'own' });
  });

  test.each([
    ['its default export', 'entry.then = met;'],
    ['every function', 'Function.prototype.then = met;'],
    ['every object', 'Object.prototype.then = met;'],
  ])('a “then” of %s is called by nobody outside', async (_, setting) => {
    const source = `let seen = 'nobody'; const met = function (resolve) { seen = resolve?.constructor === Function ? 'its own realm' : 'outside'; resolve?.(this) };
      const entry = () => { delete Object.prototype.then; delete Function.prototype.then; return { status: 200, head: { title: '' }, html: seen } }; ${setting}
      export default entry;`;
    expect((await render(source)).html).toMatch(/^(nobody|its own realm)$/);
  });

  test('a promise that it changes is not asked outside', async () => {
    const source = `let seen = 'nothing'; try { Promise.prototype.then = function (resolve) { seen = resolve.constructor('return 1') } } catch (error) { seen = 'refused' }
      export default async () => ({ status: 200, head: { title: '' }, html: seen })`;
    expect(await render(source)).toEqual({ html: 'refused' });
  });
});

describe('bounds', () => {
  const fine = show("'fine'");
  const others = async () => expect(await render(fine)).toEqual({ html: 'fine' });

  test.each([
    ['loops', 'export default () => { for (;;); }'],
    ['loops while it loads', 'for (;;);'],
    ['loops over promises', 'export default async () => { for (;;) await null }'],
  ])('an entry that %s is ended with its process, and the next call works', async (_, source) => {
    expect(await call(eventOf(source))).toEqual({ kind: 'timeout', afterMs: 1_500 });
    await others();
  });

  test('an entry that only waits is answered for in time', async () => {
    expect(await render('export default () => new Promise(() => {})')).toEqual({ error: 'No markup within 1000 ms' });
    await others();
  });

  test('an entry that fills its memory is ended with its process', async () => {
    const source = 'const all = []; export default () => { for (;;) all.push(new Array(1e5).fill(1.5)) }';
    expect(await call(eventOf(source))).toMatchObject({ kind: 'error', error: { errorType: 'Runtime.ExitError' } });
    await others();
  });

  test.runIf(process.platform === 'linux')('memory beside the heap is bounded too', async () => {
    const source =
      'const all = []; export default () => { for (let i = 0; i < 40; i += 1) all.push(new Uint8Array(1e8).fill(1)); }';
    expect((await render(source)).error).toMatch(/allocation failed/);
    await others();
  });

  test.each([
    ['throws', "export default () => { throw new Error('broken') }", /broken/],
    ['throws while it loads', "throw new Error('at once')", /at once/],
    ['throws what cannot be read', 'export default () => { throw { get stack() { throw 1 } } }', /failed/],
    ['is no function', 'export default 1', /no function/],
    ['is no module', 'export default (', /Unexpected/],
    ['answers what is no text', 'export default () => ({ html: 1n })', /BigInt/],
    ['answers too much', `export default () => ({ html: 'x'.repeat(${maxResultLength}) })`, /more than/],
  ])('an entry that %s leaves a sentence', async (_, source, error) => {
    expect((await render(source)).error).toMatch(error);
    await others();
  });

  test('other bytes than the release’s are not run', async () => {
    const event = eventOf(fine);
    const changed = { ...event, entry: { ...event.entry, source: show("'changed'") } };
    const other = 'export default () => 0; // other';
    expect(read(await call({ ...changed, entry: { ...changed.entry, integrity: integrityOf(other) } }))).toEqual({
      error: `The server entry is not ${integrityOf(other)}`,
    });
  });
});

test('no environment serves two tenants or two remotes, and one serves its own again', async () => {
  const source =
    'globalThis.seen = (globalThis.seen ?? 0) + 1; let calls = 0; export default () => ({ status: 200, head: { title: "" }, html: String(++calls) })';
  const shown = async (tenantId: string) =>
    (read(await call(eventOf(source), tenantId)) as { result: { html: string } }).result.html;
  expect(await shown('aria.mfe-a')).toBe('1');
  expect(await shown('folio.mfe-a')).toBe('1');
  expect(await shown('aria.mfe-b')).toBe('1');
  expect(await shown('aria.mfe-a')).toBe('2');
});

test('a call names its tenant, or is refused as the service refuses it', async () => {
  const body = Buffer.from(JSON.stringify(eventOf(show('1'))));
  const invoke = (headers: Record<string, string>) => invokeFunction(team.runtime, 'team-render', { headers, body });
  expect(await invoke({})).toMatchObject({ status: 400 });
  expect(await invoke({ 'x-amz-tenant-id': 'aria.mfe-a' })).toMatchObject({ status: 200 });
});

test('there are never more environments than allowed', async () => {
  for (let index = 0; index < 10; index += 1) await call(eventOf(show('1')), `t${index}.mfe-a`);
  expect(team.runtime.pools().get('team-render')?.size).toBe(8);
});
