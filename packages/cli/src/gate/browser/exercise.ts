import { asideContainerIdOf, containerIdOf } from '@tessera/contracts/elements.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import type { Page } from 'playwright-core';
import { type Finding, note, refusal } from '../finding.ts';
import { accessibilityFindings } from './accessibility.ts';
import { keyboardFindings, walkByKeyboard } from './keyboard.ts';
import { leakFindings, measureHeld } from './leaks.ts';
import type { Incident, Stage } from './stage.ts';

export interface ExerciseOptions {
  build: RemoteBuild;
  origin: string;
  /** Pages besides those whose address has no parameter. */
  paths: readonly string[];
  remounts: number;
  /** Pages of others, to go to between two mounts. */
  elsewhere: readonly string[];
}

const patienceMs = 20_000;
const quietMs = 1_000;
const warmRounds = 3;
/** Between measurements. */
const spans = 3;

/** Opens each page, walks through it by keyboard, and mounts and unmounts it again and again. */
export async function exercise(stage: Stage, options: ExerciseOptions): Promise<Finding[]> {
  const { manifest } = options.build;
  const paths = pathsOf(options);
  const findings = unopened(options, paths);
  for (const path of paths) findings.push(...(await openPage(stage, path, options)));
  const [first] = paths;
  if (first === undefined && manifest.routes.length > 0)
    return [
      ...findings,
      note(
        'browser-no-page',
        'No page could be opened: every address has a parameter. Name some with --path.',
        manifest.name,
      ),
    ];
  if (first !== undefined && !findings.some(({ code }) => code === 'mount-failed'))
    findings.push(...(await remount(stage, first, options)));
  return once(findings);
}

/** Addresses without parameters, the signed-in ones included: they show a way to sign in. */
function pathsOf({ build, paths }: ExerciseOptions): string[] {
  const plain = build.manifest.routes
    .map(({ path }) => path.replace(/\/:[^/]+\?/g, ''))
    .filter((path) => !/[:*]/.test(path));
  return [...new Set([...plain.map((path) => path || '/'), ...paths])];
}

function unopened({ build }: ExerciseOptions, paths: readonly string[]): Finding[] {
  const { routes } = build.manifest;
  const opened = new Set(paths.map((path) => findRoute(routes, path)?.route.id));
  return routes
    .filter(({ id }) => !opened.has(id))
    .map(({ path }) =>
      note(
        'browser-page-skipped',
        `The page ${path} was not opened: its address has a parameter. Name one with --path.`,
        path,
      ),
    );
}

async function openPage(
  { page, incidents }: Stage,
  path: string,
  { build, origin }: ExerciseOptions,
): Promise<Finding[]> {
  const { name } = build.manifest;
  incidents();
  await page.goto(origin + path);
  const failure = await settle(page, name);
  const said = fromIncidents(incidents(), path);
  if (failure !== undefined)
    return [
      refusal('mount-failed', {
        what: `The shell did not get it mounted: ${failure}.`,
        where: path,
        fix: 'Open the page with `tessera dev` and look at the console; what the browser said follows.',
      }),
      ...said,
    ];
  const selector = `#${containerIdOf(name)}`;
  const found: Finding[] = [...said];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await accessibilityFindings(page, selector, `${path}, ${width} px wide`)));
    found.push(...(await overflowFindings(page, path, width)));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  found.push(
    ...(await headingFindings(page, selector, path)),
    ...keyboardFindings(await walkByKeyboard(page, selector), path),
  );
  return [...found, ...fromIncidents(incidents(), path)];
}

/** Waits until the remote stands in its place; says why where it does not. */
async function settle(page: Page, name: string): Promise<string | undefined> {
  const container = `#${containerIdOf(name)}`;
  const ready = `(() => {
    const place = document.querySelector(${JSON.stringify(container)});
    const failed = document.querySelector(${JSON.stringify(`${container} [data-failure], #${asideContainerIdOf(name)} [data-failure]`)});
    if (failed) return 'failed: ' + (failed.dataset.failure || failed.textContent);
    const waiting = place?.querySelector('.document-skeleton, [data-waiting]');
    return place && place.childElementCount > 0 && !place.hidden && !waiting && place.textContent.trim() !== '' ? 'ready' : '';
  })()`;
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const state = String(await page.evaluate(ready));
    if (state.startsWith('failed')) return state;
    if (state === 'ready') {
      await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
      return undefined;
    }
    await page.waitForTimeout(50);
  }
  return `nothing stood in ${container} after ${patienceMs / 1000} s`;
}

const codes: Readonly<Record<Incident['kind'], string>> = {
  console: 'console-error',
  exception: 'uncaught-exception',
  request: 'request-failed',
};

function fromIncidents(incidents: readonly Incident[], where: string): Finding[] {
  return incidents
    .filter(({ text }) => !ofNobody.test(text))
    .map(({ kind, text }) => {
      const isPolicy = /Content Security Policy|Integrity-Policy|TrustedHTML|Trusted Type/i.test(text);
      return refusal(isPolicy ? 'policy-violation' : codes[kind], {
        what: text.split('\n')[0]?.slice(0, 400) ?? text,
        where,
        fix: isPolicy
          ? 'Do without what the policy refuses; `tessera check` names what can be read off the files.'
          : 'Mend it: an error that is expected is handled, and says nothing.',
      });
    });
}

/** Somebody who is not signed in is told so, which browsers write down as an error. */
const ofNobody = /status of 401|Failed to load resource: the server responded with a status of 404/;

async function overflowFindings(page: Page, where: string, width: number): Promise<Finding[]> {
  const wider = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  );
  return wider <= 1
    ? []
    : [
        refusal('overflow', {
          what: `The page is ${wider} px wider than a screen of ${width} px.`,
          where,
          fix: 'Let it wrap or scroll within its own box.',
        }),
      ];
}

async function headingFindings(page: Page, selector: string, where: string): Promise<Finding[]> {
  const headings = await page.locator(`${selector} h1`).count();
  return headings === 1
    ? []
    : [
        refusal('heading', {
          what: `The page has ${headings} first-level headings.`,
          where,
          fix: 'Give it exactly one <h1>: focus and title go by it.',
        }),
      ];
}

async function remount({ page, incidents }: Stage, path: string, options: ExerciseOptions): Promise<Finding[]> {
  const { build, elsewhere, remounts, origin } = options;
  const { name } = build.manifest;
  const [away = '/'] = elsewhere;
  await page.goto(origin + path);
  const unsettled = await settle(page, name);
  if (unsettled !== undefined) return [remountFailed(`Opened again, ${unsettled}.`, path)];
  // What stands beside the pages comes when the visitor stirs.
  await page.mouse.move(5, 5);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const container = `#${containerIdOf(name)}`;
  const go = (to: string) => page.evaluate(`history.pushState(null, '', ${JSON.stringify(to)})`);
  const round = async (): Promise<string | undefined> => {
    await go(away);
    const isGone = `(() => { const place = document.querySelector(${JSON.stringify(container)}); return !place || place.hidden || place.childElementCount === 0 })()`;
    const gone = await page.waitForFunction(isGone, undefined, { timeout: patienceMs }).catch(() => undefined);
    if (!gone) return 'it was still there after the visitor had gone elsewhere';
    await page.waitForTimeout(50);
    await go(path);
    return settle(page, name);
  };
  incidents();
  // The first rounds load what the other page needs, and fill caches that stay.
  for (let warm = 0; warm < warmRounds; warm += 1) {
    const failure = await round();
    if (failure !== undefined) return [remountFailed(`Mounted a second time, ${failure}.`, path)];
  }
  const measure = async () => {
    // What the last page still had to do is done.
    await page.waitForTimeout(quietMs);
    return measureHeld(cdp);
  };
  const held = [await measure()];
  const perSpan = Math.max(1, Math.round(remounts / spans));
  for (let count = 1; count <= perSpan * spans; count += 1) {
    const failure = await round();
    if (failure !== undefined)
      return [remountFailed(`Mounted for the ${count + warmRounds + 1}th time, ${failure}.`, path)];
    if (count % perSpan === 0) held.push(await measure());
  }
  return [...leakFindings(held, perSpan, path), ...fromIncidents(incidents(), `${path}, remounted`)];
}

const remountFailed = (what: string, where: string): Finding =>
  refusal('remount-failed', { what, where, fix: 'Let unmount undo all that mount did, and settle always.' });

const once = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [`${finding.code} ${finding.what}`, finding])).values(),
];
