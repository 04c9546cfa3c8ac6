import type { BootDocument } from '@tessera/contracts/boot.ts';
import type { Head } from '@tessera/contracts/server-entry.ts';
import type { DataOf, DataPath } from '../api/paths.ts';
import { readData } from '../data/read-data.ts';
import type { RouteData } from '../data/route-data.ts';
import type { Formats } from '../i18n/formats.ts';
import type { Translate } from '../i18n/translator.ts';
import type { PageModule } from '../definition.ts';

/** What a page's `head` is made from. */
export interface HeadInput {
  /** Declared data by its OpenAPI path. */
  data: <const P extends DataPath>(path: P) => DataOf<P>;
  params: Readonly<Record<string, string | undefined>>;
  search: URLSearchParams;
  t: Translate;
  formats: Formats;
  boot: Omit<BootDocument, 'page'>;
  /** Path of the page with the locale prefix, without search. */
  path: string;
}

/** A page without a `head` carries the shop's name. */
export function headOf(
  module: PageModule | undefined,
  data: RouteData | undefined,
  input: Omit<HeadInput, 'data'>,
): Head {
  const head = module?.head?.({ ...input, data: (path) => readData(data, path) });
  return head ?? { title: input.boot.tenant.name };
}
