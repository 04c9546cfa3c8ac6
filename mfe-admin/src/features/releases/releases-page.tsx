import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Table, type Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { useText, type Text } from '../../shared/text.ts';
import type { Release } from '../../shared/types.ts';

export const head = privateHead('releases.title');

export default function ReleasesPage() {
  const t = useText();
  const formats = useFormat();
  const { releaseSetId, live } = useRouteData('/api/admin/releases');
  return (
    <div className={page.stack}>
      <header className={page.title}>
        <h1>{t('releases.title')}</h1>
        <p className={page.lead}>
          {t('releases.set')} <code className={page.code}>{releaseSetId}</code>
        </p>
      </header>
      <Table
        caption={t('releases.caption')}
        columns={columnsOf(t, formats)}
        rows={live}
        idOf={({ remote }: Release) => remote}
      />
    </div>
  );
}

const columnsOf = (t: Text, formats: Formats): Column<Release>[] => [
  {
    id: 'remote',
    header: t('releases.remote'),
    rowHeader: true,
    cell: ({ remote }) => <code className={page.code}>{remote}</code>,
  },
  {
    id: 'version',
    header: t('releases.version'),
    cell: ({ version }) => <bdi className={page.numeric}>{version}</bdi>,
  },
  {
    id: 'published',
    header: t('releases.published'),
    cell: ({ publishedAt }) => (
      <time className={page.numeric} dateTime={publishedAt}>
        {formats.dateTime(publishedAt)}
      </time>
    ),
  },
  { id: 'by', header: t('releases.by'), cell: ({ publishedBy }) => <bdi>{publishedBy}</bdi> },
  {
    id: 'bytes',
    header: t('releases.size'),
    align: 'end',
    cell: ({ bytes }) => <span className={page.numeric}>{formats.bytes(bytes)}</span>,
  },
  {
    id: 'id',
    header: t('releases.id'),
    cell: ({ releaseId }) => (
      <code className={page.code} title={releaseId}>
        {releaseId.slice(0, 14)}…
      </code>
    ),
  },
];
