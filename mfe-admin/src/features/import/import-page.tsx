import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Table, type Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { paths } from '../../shared/paths.ts';
import { useText, type Text } from '../../shared/text.ts';
import type { ImportJob } from '../../shared/types.ts';
import { ImportForm } from './import-form.tsx';
import { JobBadge } from './job-badge.tsx';

export const head = privateHead('import.title');

export default function ImportPage() {
  const t = useText();
  const formats = useFormat();
  const { items } = useRouteData('/api/admin/catalog/import');
  return (
    <div className={page.stack}>
      <header className={page.title}>
        <h1>{t('import.title')}</h1>
        <p className={page.lead}>{t('import.lead')}</p>
      </header>
      <ImportForm />
      {items.length > 0 ? (
        <section className={page.section} aria-labelledby="jobs">
          <h2 id="jobs">{t('import.jobs')}</h2>
          <Table
            caption={t('import.jobs')}
            columns={jobColumns(t, formats)}
            rows={items}
            idOf={({ id }: ImportJob) => id}
          />
        </section>
      ) : null}
    </div>
  );
}

const jobColumns = (t: Text, formats: Formats): Column<ImportJob>[] => [
  {
    id: 'started',
    header: t('import.startedAt'),
    rowHeader: true,
    cell: ({ id, startedAt }) => (
      <Link className={page.link} to={paths.importJob(id)}>
        <time dateTime={startedAt}>{formats.dateTime(startedAt)}</time>
      </Link>
    ),
  },
  { id: 'state', header: t('import.state'), cell: ({ state }) => <JobBadge state={state} /> },
  { id: 'profile', header: t('import.profile'), cell: ({ profile }) => profile },
  { id: 'rows', header: t('import.rows'), align: 'end', cell: ({ rows }) => formats.number(rows.total ?? rows.read) },
  { id: 'failed', header: t('import.failedRows'), align: 'end', cell: ({ rows }) => formats.number(rows.failed) },
];
