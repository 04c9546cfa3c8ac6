import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { useText } from '../../shared/text.ts';
import styles from './help.module.css';

export const head = ({ t, path }: HeadInput) => ({
  title: t('help.title'),
  description: t('help.lead'),
  canonical: path,
});

/** All articles, by topic. */
export default function HelpPage() {
  const t = useText();
  const { tenant } = useBoot();
  const { items } = useRouteData('/api/public/support/articles');
  const topics = Map.groupBy(items, ({ topic }) => topic);
  return (
    <div className={styles.page}>
      <header>
        <h1>{t('help.title')}</h1>
        <p className={styles.lead}>{t('help.lead')}</p>
      </header>
      {items.length === 0 ? (
        <EmptyState title={t('help.empty')} text={t('help.emptyText', { email: tenant.supportEmail })} />
      ) : (
        <div className={styles.topics}>
          {[...topics].map(([topic, articles]) => (
            <section key={topic}>
              <h2>{topic}</h2>
              <ul>
                {articles.map(({ slug, title, summary }) => (
                  <li key={slug}>
                    <Link to={`/help/${slug}`}>{title}</Link>
                    <p>{summary}</p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
