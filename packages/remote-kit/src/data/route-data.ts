import type { Locale } from '@tessera/contracts/tenant.ts';
import { pathOfTemplate, toDataUrl } from '@tessera/contracts/data-template.ts';
import type { DataEntry } from '@tessera/contracts/boot.ts';
import { ProblemError, toProblem } from '../problem-error.ts';

/** A route's declared data: OpenAPI path → JSON body. What its loader answers. */
export type RouteData = Readonly<Record<string, unknown>>;

/** What a data template is filled from besides route parameters and search. */
export interface DataView {
  locale: Locale;
  currency: string;
  country: string;
}

export interface DataRequest {
  templates: readonly string[];
  params: Readonly<Record<string, string | undefined>>;
  search: URLSearchParams;
  view: DataView;
}

/** The URLs of a route's data, with the path each is read under. */
export const dataUrlsOf = ({ templates, params, search, view }: DataRequest): { path: string; url: string }[] =>
  templates.map((template) => ({
    path: pathOfTemplate(template),
    url: toDataUrl(template, { params, search, ...view }),
  }));

/** Puts answers together; throws the first one that is a problem. */
export function toRouteData(answers: readonly { path: string; entry: DataEntry }[]): RouteData {
  for (const { entry } of answers) if (entry.status >= 400) throw new ProblemError(toProblem(entry.body, entry.status));
  return Object.fromEntries(answers.map(({ path, entry }) => [path, entry.body]));
}
