import { Link } from '@tessera/remote-kit/router/link.tsx';
import type { ReactNode } from 'react';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';

interface ReleasesHeaderProps {
  at: 'releases' | 'deployTokens';
  lead: ReactNode;
}

/** Title, and the way between what is live and who may change it from a command line. */
export function ReleasesHeader({ at, lead }: ReleasesHeaderProps) {
  const t = useReleasesText();
  return (
    <header className={page.section}>
      <div className={page.title}>
        <h1>{t(at === 'releases' ? 'releases.title' : 'tokens.title')}</h1>
        <p className={page.lead}>{lead}</p>
      </div>
      <nav className={styles.ways} aria-label={t('releases.title')}>
        <Link to={paths.releases} aria-current={at === 'releases' ? 'page' : undefined}>
          {t('releases.live')}
        </Link>
        <Link to={paths.deployTokens} aria-current={at === 'deployTokens' ? 'page' : undefined}>
          {t('tokens.title')}
        </Link>
      </nav>
    </header>
  );
}
