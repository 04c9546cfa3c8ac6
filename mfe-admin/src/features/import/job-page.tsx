import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Breadcrumbs } from '@tessera/ui/breadcrumbs.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { Stat } from '@tessera/ui/stat.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import type { ImportJob } from '../../shared/types.ts';
import { usePoll } from '../../shared/use-poll.ts';
import styles from './import-page.module.css';
import { JobBadge } from './job-badge.tsx';
import { JobErrors } from './job-errors.tsx';
import { isOver, progressOf } from './progress.ts';

export const head = privateHead('job.title');

export default function JobPage() {
  const t = useText();
  const { dateTime } = useFormat();
  const job = useRouteData('/api/admin/catalog/import/{id}');
  const over = isOver(job);
  usePoll(!over, 1_000);
  return (
    <div className={page.stack}>
      <Breadcrumbs
        label={t('nav.trail')}
        links={[
          <Link key="import" to={paths.import}>
            {t('import.title')}
          </Link>,
        ]}
        current={dateTime(job.startedAt)}
      />
      <header className={page.head}>
        <div className={page.title}>
          <h1>{t('job.title')}</h1>
          <p className={page.facts}>
            <JobBadge state={job.state} />
            <time className={page.muted} dateTime={job.startedAt}>
              {dateTime(job.startedAt)}
            </time>
          </p>
        </div>
        {over ? (
          <Link className={buttonClasses({ variant: 'primary' })} to={paths.catalog}>
            {t('job.toCatalog')}
          </Link>
        ) : null}
      </header>
      <Progress job={job} />
      <Counts rows={job.rows} />
      <JobErrors errors={job.errors} failed={job.rows.failed} />
    </div>
  );
}

function Progress({ job }: { job: ImportJob }) {
  const t = useText();
  const { number } = useFormat();
  const percent = progressOf(job);
  const { read, total } = job.rows;
  return (
    <div className={styles.progress}>
      <label htmlFor="progress">
        {total === undefined
          ? t(job.state === 'queued' ? 'job.waiting' : 'job.counting')
          : t('job.progress', { read: number(read), total: number(total) })}
      </label>
      <progress id="progress" max={100} value={percent}>
        {number(percent / 100, { style: 'percent' })}
      </progress>
      {/* Said when it changes state, not with every row. */}
      <p className={styles.said} role="status">
        {isOver(job) ? t(`job.${job.state}Said`) : ''}
      </p>
    </div>
  );
}

function Counts({ rows }: Pick<ImportJob, 'rows'>) {
  const t = useText();
  const { number } = useFormat();
  return (
    <div className={styles.counts}>
      <Stat label={t('job.created')} value={number(rows.created)} />
      <Stat label={t('job.updated')} value={number(rows.updated)} />
      <Stat label={t('job.unchanged')} value={number(rows.unchanged)} />
      <Stat label={t('job.failedCount')} value={number(rows.failed)} />
    </div>
  );
}
