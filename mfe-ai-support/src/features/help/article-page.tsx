import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../../shared/text.ts';
import styles from './help.module.css';

const path = '/api/public/support/articles/{slug}';

export const head = ({ data, path: canonical }: HeadInput) => {
  const { title, summary, sections } = data(path);
  return {
    title,
    description: summary,
    canonical,
    ogType: 'article' as const,
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'FAQPage',
        mainEntity: sections.map(({ heading, text }) => ({
          '@type': 'Question',
          name: heading,
          acceptedAnswer: { '@type': 'Answer', text },
        })),
      },
    ],
  };
};

/** The passage the address leads to. Servers see no fragment, so a hydrated page learns of it afterwards. */
function useCited(): string {
  const { hash } = useLocation();
  return useSyncExternalStore(
    () => () => undefined,
    () => hash.slice(1),
    () => '',
  );
}

/** One article; a fragment in the address leads to, and marks, the passage a citation named. */
export default function ArticlePage() {
  const t = useText();
  const format = useFormat();
  const article = useRouteData(path);
  const cited = useCited();
  useEffect(() => {
    if (cited) document.getElementById(cited)?.scrollIntoView({ block: 'center' });
  }, [cited, article.slug]);
  return (
    <article className={styles.page}>
      <header>
        <Link className={styles.back} to="/help">
          {t('help.back')}
        </Link>
        <h1>{article.title}</h1>
        <p className={styles.lead}>{article.summary}</p>
      </header>
      {article.sections.map(({ id, heading, text }) => (
        <section key={id} id={id} className={styles.section} data-cited={cited === id || undefined}>
          <h2>{heading}</h2>
          <p>{text}</p>
        </section>
      ))}
      <p className={styles.updated}>{t('help.updated', { date: format.date(article.updatedOn) })}</p>
    </article>
  );
}
