import type { Finding } from '@tessera/cli/gate/finding.ts';
import { runGate } from '@tessera/cli/gate/run-gate.ts';
import { createShop } from '@tessera/cli/shop/shop.ts';
import { readBuild } from '@tessera/federation/vite/read-build.ts';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveLocalhostNames } from '../../backend/local/runtime/localhost-lookup.ts';
import { root } from '../../scripts/lib/root.ts';
import { runScript } from '../../scripts/lib/run.ts';
import { expect, test } from './fixtures.ts';

const page = 'src/features/picks/picks-page.tsx';
const anchor = '  const [turn, setTurn] = useState(0);';

/** Changes to the remote that `tessera create` makes: in which file, and what stands in the place of what. */
type Changes = readonly (readonly [file: string, before: string, after: string])[];

let folder: string;
test.beforeAll(async () => {
  resolveLocalhostNames();
  await mkdir(path.join(root, '.cache'), { recursive: true });
  folder = await mkdtemp(path.join(root, '.cache', 'gate-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function findingsOf(name: string, changes: Changes): Promise<Finding[]> {
  const remote = path.join(folder, name);
  await cp(path.join(root, 'packages/cli/template'), remote, { recursive: true });
  for (const [file, before, after] of changes) {
    const text = await readFile(path.join(remote, file), 'utf8');
    expect(text).toContain(before);
    await writeFile(path.join(remote, file), text.replace(before, after));
  }
  const dist = path.join(remote, 'dist');
  const { code, output } = await runScript('packages/federation/src/vite/build-cli.ts', [remote]);
  expect(code, output).toBe(0);
  const { findings } = await runGate({
    shop: createShop({
      origin: `http://aria.localhost:${process.env['TESSERA_PORT']}`,
      fetch,
      bearer: () => Promise.resolve(undefined),
    }),
    build: await readBuild(dist),
    folder: dist,
    budget: { percent: 10, bytes: 5_000 },
    browser: { skip: false, paths: [], remounts: 12 },
    step: (_title, run) => run(),
  });
  return findings;
}

const refusalsOf = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.filter(({ severity }) => severity === 'refusal').map(({ code }) => code)),
];

test('the remote that is made for a newcomer may go live as it is', async () => {
  const findings = await findingsOf('sound', []);
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
});

test('one that leaves things behind at each mount', async () => {
  const leak = `${anchor}
  useEffect(() => {
    const onResize = () => setTurn((one) => one);
    for (let count = 0; count < 10; count += 1) window.addEventListener('resize', () => onResize());
    const kept = Array.from({ length: 50 }, () => document.createElement('p'));
    (window as unknown as { kept: unknown[] }).kept = [...((window as unknown as { kept?: unknown[] }).kept ?? []), kept];
  }, []);`;
  const findings = await findingsOf('leaky', [
    [page, anchor, leak],
    [page, 'import { useState }', 'import { useEffect, useState }'],
  ]);
  expect(refusalsOf(findings).sort()).toEqual(['leak-listeners', 'leak-nodes']);
});

test('one whose page throws', async () => {
  const findings = await findingsOf('throws', [
    [page, anchor, `${anchor}\n  if (globalThis.document) throw new Error('No picks today');`],
  ]);
  expect(refusalsOf(findings)).toContain('mount-failed');
  expect(findings.find(({ code }) => code === 'mount-failed')?.where).toBe('/example');
});

test('one that keeps the keyboard to itself', async () => {
  const trap = `${anchor}
  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      const place = document.querySelector('h1')?.closest('[id^="tessera-"]');
      if (event.key !== 'Tab' || !place?.contains(document.activeElement)) return;
      const stops = [...place.querySelectorAll<HTMLElement>('a[href], button')];
      if (document.activeElement !== stops.at(-1)) return;
      event.preventDefault();
      stops[0]?.focus();
    };
    document.addEventListener('keydown', keep);
    return () => document.removeEventListener('keydown', keep);
  }, []);`;
  const findings = await findingsOf('trap', [
    [page, anchor, trap],
    [page, 'import { useState }', 'import { useEffect, useState }'],
  ]);
  expect(refusalsOf(findings)).toEqual(['keyboard-trap']);
});

test('one that the policy, the API and a screen reader have something to say about', async () => {
  const findings = await findingsOf('unfit', [
    [
      page,
      `      <ul className={styles.grid} aria-live="polite">`,
      `      <button
        ref={(node) => {
          const style = document.createElement('style');
          style.textContent = 'p { color: red }';
          node?.append(style);
          void fetch('https://stats.elsewhere.example/seen').catch(() => undefined);
        }}
      />
      <ul className={styles.grid} aria-live="polite">`,
    ],
    [
      'src/features/picks/picks.ts',
      'export function',
      `export const more = (api: { GET(path: string): unknown }) => api.GET('/api/public/catalog/gone');
export function`,
    ],
    [page, "import { picksOf } from './picks.ts';", "import { more, picksOf } from './picks.ts';\nvoid more;"],
  ]);
  expect(refusalsOf(findings)).toEqual(
    expect.arrayContaining(['csp-style', 'csp-origin', 'api-path-removed', 'policy-violation', 'accessibility']),
  );
  for (const { what, where, fix, severity } of findings)
    if (severity === 'refusal') for (const words of [what, where, fix]) expect(words).toMatch(/\w/);
});
