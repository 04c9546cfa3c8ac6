import type { WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { Badge } from '@tessera/ui/badge.tsx';
import { oneName } from '../../shared/kind-words.ts';
import { useText } from '../../shared/text.ts';
import { MakerLinks } from './maker-links.tsx';
import styles from './work-header.module.css';

/** Title, makers, and what kind of thing it is. */
export function WorkHeader({ work }: { work: WorkDetail }) {
  const t = useText();
  return (
    <header className={styles.header}>
      <div className={styles.badges}>
        <Badge>{oneName(t, work.kind)}</Badge>
        {work.badges.map((badge) => (
          <Badge key={badge} tone={badge === 'sale' ? 'accent' : 'neutral'}>
            {t(`badge.${badge}`)}
          </Badge>
        ))}
      </div>
      <h1 className={styles.title}>
        <bdi>{work.title}</bdi>
      </h1>
      {work.subtitle ? (
        <p className={styles.subtitle}>
          <bdi>{work.subtitle}</bdi>
        </p>
      ) : null}
      <MakerLinks makers={work.makers} />
    </header>
  );
}
