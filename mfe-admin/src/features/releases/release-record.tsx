import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import { CopyButton } from '../../shared/copy-button.tsx';
import { FetchedView } from './fetched-view.tsx';
import { recordFacts } from './record-facts.ts';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';
import type { ReleaseSummary } from './types.ts';
import { useFetched } from './use-fetched.ts';

/** The signed record: who built it from what, and what it needs of shell and API. */
export function ReleaseRecord({ release, nameOf }: { release: ReleaseSummary; nameOf(by: string): string }) {
  const t = useReleasesText();
  const formats = useFormat();
  const api = useApi('admin');
  const { remote, version, releaseId } = release;
  const fetched = useFetched(`${remote} ${version}`, (signal) =>
    api.GET('/api/admin/releases/{remote}/{version}', { params: { path: { remote, version } }, signal }),
  );
  return (
    <section className={page.section} aria-labelledby="record">
      <h3 id="record">{t('record.title')}</h3>
      <div className={styles.copied}>
        <code className={page.code}>{releaseId}</code>
        <CopyButton text={releaseId} what={t('releases.id')} />
      </div>
      <FetchedView fetched={fetched}>
        {(detail) => (
          <dl className={styles.facts}>
            {recordFacts({ t, formats, nameOf }, detail).map(({ what, value }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </FetchedView>
    </section>
  );
}
