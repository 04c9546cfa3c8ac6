import type { DataEntry } from '@tessera/contracts/boot.ts';
import { toDataUrl } from '@tessera/contracts/data-template.ts';
import { blobKeyOf } from '../publish/store.ts';
import type { BootBase } from './boot-document.ts';
import type { Page } from './find-page.ts';
import type { RenderAnswer, RenderedPage, RenderedRedirect } from './render-answer.ts';
import type { RenderFunction } from './render-function.ts';
import type { EntryOwner } from './team-render.ts';
import { requireFile } from './release-urls.ts';

export type FirstPaint =
  | { kind: 'rendered'; page: RenderedPage; data: Readonly<Record<string, DataEntry>> }
  | { kind: 'redirect'; redirect: RenderedRedirect }
  | { kind: 'skeleton'; reason: SkeletonReason; data: Readonly<Record<string, DataEntry>> };

export type SkeletonReason = 'signed-in' | 'no-server-entry' | 'no-function' | 'late' | 'failed';

export interface FirstPaintOptions {
  render: RenderFunction;
  /** For what a tenant's own team wrote. */
  renderForTeam(owner: EntryOwner): RenderFunction;
  bucket: string;
  /** How long a document waits for markup. */
  budgetMs: number;
  /** How long a render may go on after that, so that its function is warm for the next visitor. */
  deadlineMs: number;
  failed(failure: { slice: string; url: string; error: unknown }): void;
  now?: () => number;
}

export interface FirstPaintInput {
  tenantId: string;
  host: string;
  url: URL;
  boot: BootBase;
  page: Page;
}

/** How long an answer that came too late for its own document waits for the next one of the same page. */
const lateAnswerMs = 10_000;

/**
 * Asks the slice of a page for its markup. A document never waits longer than the budget; a late answer is kept for
 * the next visitor of the same page instead of being thrown away.
 */
export function createFirstPaint(options: FirstPaintOptions): (input: FirstPaintInput) => Promise<FirstPaint> {
  const pending = new Map<string, { answer: Promise<RenderAnswer>; startedAt: number }>();
  const now = options.now ?? Date.now;

  return async (input) => {
    const { page, boot, url } = input;
    const { release, route } = page;
    if (route.access === 'signed-in') return skeleton('signed-in');
    if (release.serverEntry === undefined) return skeleton('no-server-entry');
    const { tenantId } = input;
    // A slice's render function may read the table: a team's code does not run there.
    const render =
      release.author === 'team' ? options.renderForTeam({ tenantId, remote: release.remote }) : options.render;
    const key = [
      input.tenantId,
      boot.releaseSet.id,
      boot.currency,
      boot.country,
      input.host,
      url.pathname,
      url.search,
      // Its set has the id of everybody's, and its boot document has not.
      ...Object.values(boot.override ?? {}),
    ].join(' ');
    const answer =
      recent(key) ?? render(release.manifest.slice, toEvent(input, release.serverEntry), release.sliceVersion);
    if (!answer) return skeleton('no-function');
    remember(key, answer);
    try {
      const inTime = await withinBudget(answer, options.budgetMs);
      if (!inTime) return skeleton('late');
      pending.delete(key);
      if (inTime.result) return painted(inTime.result, inTime.data);
      options.failed({ slice: release.manifest.slice, url: url.pathname, error: inTime.error });
      return { kind: 'skeleton', reason: 'failed', data: inTime.data };
    } catch (error) {
      pending.delete(key);
      options.failed({ slice: release.manifest.slice, url: url.pathname, error });
      return skeleton('failed');
    }
  };

  function recent(key: string): Promise<RenderAnswer> | undefined {
    const known = pending.get(key);
    return known && now() - known.startedAt < lateAnswerMs ? known.answer : undefined;
  }

  function remember(key: string, answer: Promise<RenderAnswer>): void {
    for (const [other, { startedAt }] of pending) if (now() - startedAt >= lateAnswerMs) pending.delete(other);
    if (pending.has(key)) return;
    pending.set(key, { answer, startedAt: now() });
    answer.catch(() => pending.delete(key));
  }

  function toEvent({ tenantId, host, url, boot, page }: FirstPaintInput, serverEntry: string) {
    const { integrity } = requireFile(page.release, serverEntry);
    return {
      tenantId,
      host,
      release: { bucket: options.bucket, key: blobKeyOf(integrity), integrity },
      url: url.pathname + url.search,
      boot,
      dataUrls: dataUrlsOf(page, url, boot),
      deadlineMs: options.deadlineMs,
    };
  }
}

/** The page's first reads, under the addresses that the browser will use for them. */
export const dataUrlsOf = (
  { route, params }: Pick<Page, 'route' | 'params'>,
  url: URL,
  { locale, currency, country }: Pick<BootBase, 'locale' | 'currency' | 'country'>,
): string[] =>
  route.data.map((template) => toDataUrl(template, { params, search: url.searchParams, locale, currency, country }));

const skeleton = (reason: SkeletonReason): FirstPaint => ({ kind: 'skeleton', reason, data: {} });

const painted = (result: NonNullable<RenderAnswer['result']>, data: Readonly<Record<string, DataEntry>>): FirstPaint =>
  'location' in result ? { kind: 'redirect', redirect: result } : { kind: 'rendered', page: result, data };

async function withinBudget<T>(promise: Promise<T>, budgetMs: number): Promise<T | undefined> {
  const timer = Promise.withResolvers<undefined>();
  const timeout = setTimeout(() => timer.resolve(undefined), budgetMs);
  try {
    return await Promise.race([promise, timer.promise]);
  } finally {
    clearTimeout(timeout);
  }
}
