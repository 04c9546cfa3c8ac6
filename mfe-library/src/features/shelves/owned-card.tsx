import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Badge } from '@tessera/ui/badge.tsx';
import { WorkCard } from '@tessera/ui/work-card.tsx';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { DownloadButton } from '../item/download-button.tsx';
import styles from './owned-card.module.css';
import type { OwnedWork } from './owned-works.ts';

const sizes = '(min-width: 48rem) 13rem, 40vw';

/** A work on its shelf, with what can be done with it: one file at once, several on the work's own page. */
export function OwnedCard({ work, priority }: { work: OwnedWork; priority: boolean }) {
  const t = useText();
  const formats = useFormat();
  const suspended = work.editions.every(({ state }) => state === 'suspended');
  const files = work.editions.flatMap((edition) =>
    edition.state === 'granted'
      ? edition.assets
          .filter(({ actions }) => actions.includes('download'))
          .map((asset) => ({ asset, entitlementId: edition.id }))
      : [],
  );
  const can = new Set(work.editions.flatMap(({ assets }) => assets.flatMap(({ actions }) => actions)));
  const [only] = files.length === 1 ? files : [];
  return (
    <div className={styles.owned}>
      <WorkCard
        link={<Link to={paths.item(work.workId)}>{work.title}</Link>}
        makers={work.makers}
        cover={work.cover}
        price={
          <span className={styles.editions}>{formats.list(work.editions.map((edition) => edition.productTitle))}</span>
        }
        badges={suspended ? <Badge tone="warning">{t('item.suspended')}</Badge> : undefined}
        sizes={sizes}
        priority={priority}
      />
      {suspended ? null : (
        <div className={styles.actions}>
          {can.has('play') ? (
            <Link className={styles.action} to={paths.item(work.workId)}>
              {t('action.play')}
            </Link>
          ) : null}
          {can.has('read') ? (
            <Link className={styles.action} to={paths.item(work.workId)}>
              {t('action.read')}
            </Link>
          ) : null}
          {only ? <DownloadButton title={work.title} {...only} /> : null}
          {files.length > 1 ? (
            <Link className={styles.action} to={paths.item(work.workId)}>
              {t('action.files', { n: files.length })}
            </Link>
          ) : null}
        </div>
      )}
    </div>
  );
}
