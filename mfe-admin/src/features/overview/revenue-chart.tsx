import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Table, type Column } from '@tessera/ui/table.tsx';
import { useId } from 'react';
import { useText } from '../../shared/text.ts';
import page from '../../shared/page.module.css';
import styles from './revenue-chart.module.css';
import { barHeights, type CurrencyRevenue, type RevenueDay } from './revenue.ts';

const field = { width: 600, height: 150, gap: 4 };

/** A month as bars; the same figures stand in a table for whoever cannot or will not read bars. */
export function RevenueChart({ revenue }: { revenue: CurrencyRevenue }) {
  const t = useText();
  const formats = useFormat();
  const id = useId();
  const { days, currency, totalMinor } = revenue;
  const money = (amountMinor: bigint) => formats.money({ amountMinor: String(amountMinor), currency });
  const highest = days.reduce((best, day) => (day.amountMinor > best.amountMinor ? day : best));
  const [first, last] = [days[0], days.at(-1)];
  const columns: Column<RevenueDay>[] = [
    { id: 'date', header: t('revenue.day'), rowHeader: true, cell: ({ date }) => formats.date(date) },
    { id: 'orders', header: t('revenue.orders'), align: 'end', cell: ({ orders }) => formats.number(orders) },
    { id: 'sum', header: t('revenue.sum'), align: 'end', cell: ({ amountMinor }) => money(amountMinor) },
  ];
  return (
    <figure className={styles.chart}>
      <figcaption id={id} className={styles.caption}>
        <span className={styles.total}>{money(totalMinor)}</span>
        <span className={page.muted}>
          {highest.amountMinor > 0n
            ? t('revenue.best', { day: formats.date(highest.date), sum: money(highest.amountMinor) })
            : t('revenue.none')}
        </span>
      </figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${field.width} ${field.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={id}
      >
        <Bars days={days} />
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>{first ? formats.date(first.date) : ''}</span>
        <span>{last ? formats.date(last.date) : ''}</span>
      </div>
      <details>
        <summary className={page.more}>{t('revenue.asTable')}</summary>
        <Table
          caption={t('revenue.caption', { currency })}
          columns={columns}
          rows={days.toReversed()}
          idOf={({ date }: RevenueDay) => date}
        />
      </details>
    </figure>
  );
}

function Bars({ days }: { days: readonly RevenueDay[] }) {
  const step = field.width / days.length;
  const heights = barHeights(days, field.height);
  return days.map(({ date }, index) => {
    const height = heights[index] ?? 0;
    return (
      <rect
        key={date}
        className={height > 0 ? styles.bar : styles.nothing}
        x={index * step + field.gap / 2}
        y={field.height - Math.max(height, 2)}
        width={step - field.gap}
        height={Math.max(height, 2)}
      />
    );
  });
}
