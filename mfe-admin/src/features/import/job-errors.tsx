import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Table, type Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import type { ImportJob } from '../../shared/types.ts';

type RowError = ImportJob['errors'][number];

/** Which rows were left out and why, for putting them right in the file. */
export function JobErrors({ errors, failed }: { errors: readonly RowError[]; failed: number }) {
  const t = useText();
  const { number } = useFormat();
  if (errors.length === 0) return null;
  const columns: Column<RowError>[] = [
    {
      id: 'row',
      header: t('job.row'),
      rowHeader: true,
      cell: ({ row }) => (row === 0 ? t('job.wholeFile') : number(row, { useGrouping: false })),
    },
    {
      id: 'field',
      header: t('job.field'),
      cell: ({ field }) => (field ? <bdi className={page.code}>{field}</bdi> : '–'),
    },
    { id: 'message', header: t('job.message'), cell: ({ message }) => <bdi>{message}</bdi> },
  ];
  return (
    <section className={page.section} aria-labelledby="errors">
      <h2 id="errors">{t('job.errors')}</h2>
      {failed > errors.length ? (
        <p className={page.muted}>{t('job.firstErrors', { n: errors.length, failed })}</p>
      ) : null}
      <Table
        caption={t('job.errors')}
        columns={columns}
        rows={errors}
        idOf={({ row, field }: RowError) => `${row} ${field ?? ''}`}
      />
    </section>
  );
}
