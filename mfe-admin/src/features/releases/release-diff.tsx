import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import page from '../../shared/page.module.css';
import { DiffFiles } from './diff-files.tsx';
import { FetchedView } from './fetched-view.tsx';
import { differences, signedBytes } from './differences.ts';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';
import type { ReleaseDiff } from './types.ts';
import { useFetched } from './use-fetched.ts';

interface ReleaseDiffProps {
  remote: string;
  from: string;
  to: string;
}

/** What a release changes for whoever has the other one now. */
export function ReleaseDiffView({ remote, from, to }: ReleaseDiffProps) {
  const t = useReleasesText();
  const api = useApi('admin');
  const fetched = useFetched(`${remote} ${from} ${to}`, (signal) =>
    api.GET('/api/admin/releases/{remote}/diff', { params: { path: { remote }, query: { from, to } }, signal }),
  );
  return (
    <section className={page.section} aria-labelledby="diff">
      <h3 id="diff">{t('diff.title', { version: from })}</h3>
      <FetchedView fetched={fetched}>{(diff) => <Diff diff={diff} />}</FetchedView>
    </section>
  );
}

function Diff({ diff }: { diff: ReleaseDiff }) {
  const t = useReleasesText();
  const formats = useFormat();
  const facts = differences(t, formats, diff);
  const { added, removed, changed, unchanged } = diff.files;
  return (
    <>
      <p>
        {t('diff.bytes', {
          bytes: formats.bytes(diff.bytes.to),
          change: signedBytes(formats, diff.bytes.to - diff.bytes.from),
        })}{' '}
        {t('diff.files', {
          added: added.length,
          removed: removed.length,
          changed: changed.length,
          unchanged,
        })}
      </p>
      {facts.length > 0 ? (
        <dl className={styles.facts}>
          {facts.map(({ what, value }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                <bdi className={page.code}>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={page.muted}>{t('diff.same')}</p>
      )}
      <DiffFiles files={diff.files} />
    </>
  );
}
