import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useId } from 'react';
import page from '../../shared/page.module.css';
import { field, Line } from './chart-marks.tsx';
import { ChartTable } from './chart-table.tsx';
import type { Series } from './health-series.ts';
import { formatValue, sideInWords } from './health-words.ts';
import styles from './health.module.css';
import { useReleasesText } from './text.ts';
import type { ReleaseHealth } from './types.ts';

interface HealthChartProps {
  series: Series;
  health: ReleaseHealth;
}

/** One measure over time, canary beside stable; the same figures stand in a table and in a sentence. */
export function HealthChart({ series, health }: HealthChartProps) {
  const t = useReleasesText();
  const formats = useFormat();
  const id = useId();
  const { name, top, canary, stable } = series;
  const { points } = health;
  const title = t(`chart.${name}`);
  const words = (['canary', 'stable'] as const).flatMap((side) => sideInWords(t, formats, { name, side, health }));
  const [first, last] = [points[0], points.at(-1)];
  const { width, height, inset } = field;
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <h3>{title}</h3>
        {words.length > 0 ? (
          words.map((sentence) => (
            <span key={sentence} className={page.muted}>
              {sentence}
            </span>
          ))
        ) : (
          <span className={page.muted}>{t('chart.nothing')}</span>
        )}
      </figcaption>
      <div className={styles.plot}>
        <div className={styles.scale} aria-hidden="true">
          <span>{formatValue(formats, name, top)}</span>
          <span>{formatValue(formats, name, 0)}</span>
        </div>
        <svg
          className={styles.field}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-text`}>{words.length > 0 ? words.join(' ') : t('chart.nothing')}</desc>
          {[inset, height / 2, height - inset].map((y) => (
            <line key={y} className={styles.grid} x1="0" x2={width} y1={y} y2={y} />
          ))}
          <Line side="stable" points={stable} top={top} />
          <Line side="canary" points={canary} top={top} />
        </svg>
        <div className={styles.times} aria-hidden="true">
          <span>{first ? formats.dateTime(first.at) : ''}</span>
          <span>{last ? formats.dateTime(last.at) : ''}</span>
        </div>
      </div>
      <details>
        <summary className={page.more}>{t('revenue.asTable')}</summary>
        <ChartTable series={series} health={health} caption={title} />
      </details>
    </figure>
  );
}
