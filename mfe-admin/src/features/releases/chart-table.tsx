import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Table, type Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import type { Series } from './health-series.ts';
import { formatValue } from './health-words.ts';
import { useReleasesText } from './text.ts';
import type { ReleaseHealth } from './types.ts';

interface Row {
  at: string;
  canary: number | undefined;
  stable: number | undefined;
}

/** A chart's figures, latest first, without the times at which nothing was seen. */
export function ChartTable({ series, health, caption }: { series: Series; health: ReleaseHealth; caption: string }) {
  const t = useReleasesText();
  const formats = useFormat();
  const rows: Row[] = series.stable
    .map(({ at, value }, index) => ({ at, stable: value, canary: series.canary[index]?.value }))
    .filter(({ stable, canary }) => stable !== undefined || canary !== undefined)
    .toReversed();
  if (rows.length === 0) return <p className={page.muted}>{t('chart.nothing')}</p>;
  const format = (value: number | undefined) => (value === undefined ? '–' : formatValue(formats, series.name, value));
  const columns: Column<Row>[] = [
    {
      id: 'at',
      header: t('chart.from'),
      rowHeader: true,
      cell: ({ at }) => <time dateTime={at}>{formats.dateTime(at)}</time>,
    },
    ...(health.canary
      ? [
          {
            id: 'canary',
            header: t('health.canary', { version: health.canary.version }),
            align: 'end' as const,
            cell: ({ canary }: Row) => format(canary),
          },
        ]
      : []),
    ...(health.stable
      ? [
          {
            id: 'stable',
            header: t('health.stable', { version: health.stable.version }),
            align: 'end' as const,
            cell: ({ stable }: Row) => format(stable),
          },
        ]
      : []),
  ];
  return <Table caption={caption} columns={columns} rows={rows} idOf={({ at }: Row) => at} />;
}
