import { SelectField } from '@tessera/ui/select-field.tsx';
import page from '../../shared/page.module.css';
import { ChartLegend } from './chart-legend.tsx';
import { Comparisons } from './comparisons.tsx';
import { EvidenceNote } from './evidence-note.tsx';
import { HealthChart } from './health-chart.tsx';
import { charts, seriesOf } from './health-series.ts';
import styles from './health.module.css';
import { useReleasesText } from './text.ts';
import type { Traffic } from './types.ts';
import { spans, type HealthSpan } from './use-health-span.ts';
import type { Health } from './use-health.ts';
import { VerdictBadge } from './verdict-badge.tsx';

interface HealthPanelProps {
  health: Health;
  span: HealthSpan;
  history: Traffic['history'];
}

/** How the release on its way does beside stable, over time and as it is judged. */
export function HealthPanel({ health, span, history }: HealthPanelProps) {
  const t = useReleasesText();
  const { data, failed } = health;
  const [latest] = history;
  return (
    <section className={page.panel} aria-labelledby="health">
      <div className={page.head}>
        <h2 id="health" className={page.facts}>
          {t('health.title')} {data?.verdict ? <VerdictBadge state={data.verdict.state} /> : null}
        </h2>
        <SelectField
          label={t('health.span')}
          value={String(span.minutes)}
          onChange={(event) => span.choose(event.currentTarget.value)}
          options={spans.map((minutes) => ({ value: String(minutes), label: t('health.hours', { n: minutes / 60 }) }))}
        />
      </div>
      {latest?.evidence ? <EvidenceNote rollout={latest} evidence={latest.evidence} /> : null}
      {failed ? <p role="status">{t('health.failed')}</p> : null}
      {data?.verdict ? <Comparisons verdict={data.verdict} /> : null}
      {data && (data.stable ?? data.canary) ? (
        <>
          <ChartLegend health={data} />
          <div className={styles.charts}>
            {charts.map((name) => (
              <HealthChart key={name} series={seriesOf(name, data.points)} health={data} />
            ))}
          </div>
        </>
      ) : failed ? null : (
        <p className={page.muted}>{t('health.none')}</p>
      )}
    </section>
  );
}
