import type { WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { oneName } from '../../../../shared/kind-words.ts';
import { paths } from '../../../../shared/paths.ts';
import { useText } from '../../../../shared/text.ts';
import styles from './work-header.module.css';

/** A film's title card: the title, then the credits, each maker under the part they had. */
export function WorkHeader({ work }: { work: WorkDetail }) {
  const t = useText();
  const formats = useFormat();
  const facts = [
    oneName(t, work.kind),
    work.year,
    work.durationSeconds && formats.duration(work.durationSeconds),
    work.genres.join(', '),
  ].filter(Boolean);
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>
        <bdi>{work.title}</bdi>
      </h1>
      {work.subtitle ? (
        <p className={styles.subtitle}>
          <bdi>{work.subtitle}</bdi>
        </p>
      ) : null}
      <dl className={styles.credits}>
        {[...byRole(work.makers)].map(([role, makers]) => (
          <Credit key={role} role={role} makers={makers} />
        ))}
        <dt>{t('work.details')}</dt>
        <dd>
          <bdi>{facts.join(' · ')}</bdi>
        </dd>
      </dl>
    </header>
  );
}

function Credit({ role, makers }: { role: string; makers: WorkDetail['makers'] }) {
  return (
    <>
      <dt>
        <bdi>{role}</bdi>
      </dt>
      <dd>
        {makers.map(({ id, slug, name }) => (
          <Link key={id} to={paths.artist(slug)}>
            <bdi>{name}</bdi>
          </Link>
        ))}
      </dd>
    </>
  );
}

const byRole = (makers: WorkDetail['makers']): Map<string, WorkDetail['makers']> =>
  Map.groupBy(makers, ({ role }) => role);
