import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Badge } from '@tessera/ui/badge.tsx';
import type { Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import type { Text } from '../../shared/text.ts';
import type { Work } from '../../shared/types.ts';

const tones = { draft: 'warning', published: 'positive', archived: 'neutral' } as const;

export const workColumns = (t: Text, formats: Formats): Column<Work>[] => [
  {
    id: 'title',
    header: t('catalog.work'),
    rowHeader: true,
    cell: ({ id, slug, title, status }) =>
      status === 'published' ? (
        <Link className={page.link} to={paths.work({ id, slug })}>
          <bdi>{title}</bdi>
        </Link>
      ) : (
        <bdi>{title}</bdi>
      ),
  },
  { id: 'makers', header: t('catalog.makers'), cell: ({ makers }) => <bdi>{makers}</bdi> },
  { id: 'kind', header: t('catalog.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
  {
    id: 'status',
    header: t('catalog.status'),
    cell: ({ status }) => <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>,
  },
  { id: 'products', header: t('catalog.products'), align: 'end', cell: ({ products }) => formats.number(products) },
  {
    id: 'updated',
    header: t('catalog.updated'),
    cell: ({ updatedAt }) => (
      <time className={page.numeric} dateTime={updatedAt}>
        {formats.date(updatedAt)}
      </time>
    ),
  },
];
