import type { Head } from '@tessera/contracts/server-entry.ts';
import type { WorkKind } from '@tessera/contracts/api/common.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { localePrefixOf } from '@tessera/contracts/locale-path.ts';
import { pictureOf } from '../../shared/head-picture.ts';
import { paths } from '../../shared/paths.ts';
import { workJsonLd } from './work-json-ld.ts';

const ogTypes: Partial<Record<WorkKind, NonNullable<Head['ogType']>>> = {
  album: 'music.album',
  book: 'book',
  audiobook: 'book',
  film: 'video.movie',
};

export function workHead({ data, boot }: HeadInput): Head {
  const work = data('/api/public/catalog/items/{id}');
  // One address, whatever slug the link had.
  const canonical = localePrefixOf(boot.tenant.locales, boot.locale) + paths.work(work);
  const makers = work.makers.map(({ name }) => name).join(', ');
  return {
    title: makers ? `${work.title} – ${makers}` : work.title,
    description: shortened(work.description),
    canonical,
    ogType: ogTypes[work.kind] ?? 'product',
    image: pictureOf(work.cover, work.title),
    jsonLd: [workJsonLd(work, canonical)],
  };
}

/** At most what a result page shows, ended at a word. */
function shortened(text: string, length = 160): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(' ', length - 1))}…`;
}
