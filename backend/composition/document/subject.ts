import type { Locale } from '@tessera/contracts/tenant.ts';
import type { Page } from './find-page.ts';

/** What a page is about, as far as its status and its address go. Undefined: it is about nothing that could be missing. */
export type Subject = { isThere: false } | { isThere: true; slug?: string } | undefined;

export interface SubjectQuestion {
  tenantId: string;
  locale: Locale;
  page: Pick<Page, 'route' | 'params'>;
}

/** Answers without any remote’s markup, so that a page which is rendered late has its right status all the same. */
export type FindSubject = (question: SubjectQuestion) => Promise<Subject>;

/** The page's own address, without locale prefix, where the one that was asked for has a slug of another making or none. */
export function properPathOf({ route, params }: Pick<Page, 'route' | 'params'>, subject: Subject): string | undefined {
  if (!subject?.isThere || subject.slug === undefined || subject.slug === params['slug']) return undefined;
  if (!/\/:slug\??$/.test(route.path)) return undefined;
  const filled = { ...params, slug: subject.slug };
  return route.path.replaceAll(/:(\w+)\??/g, (_, name: string) =>
    encodeURIComponent(filled[name as keyof typeof filled] ?? ''),
  );
}
