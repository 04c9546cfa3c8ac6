import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { Price } from '@tessera/ui/price.tsx';
import { WorkCard } from '@tessera/ui/work-card.tsx';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';
import { picksOf } from './picks.ts';
import styles from './picks-page.module.css';

const picksAtOnce = 4;

export const head = ({ t, path }: HeadInput) => ({
  title: t('picks.title'),
  description: t('picks.lead'),
  canonical: path,
});

export default function PicksPage() {
  const t = useText();
  const { locale } = useBoot();
  const { items } = useRouteData('/api/public/catalog/search');
  const [turn, setTurn] = useState(0);
  if (items.length === 0) return <EmptyState headingLevel="h1" title={t('picks.empty')} text={t('picks.emptyText')} />;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>{t('picks.title')}</h1>
        <p className={styles.lead}>{t('picks.lead')}</p>
      </header>
      <ul className={styles.grid} aria-live="polite">
        {picksOf(items, turn, picksAtOnce).map((work) => (
          <li key={work.id}>
            <WorkCard
              headingLevel="h2"
              link={<Link to={`/work/${work.id}/${work.slug}`}>{work.title}</Link>}
              makers={work.makers.map(({ name }) => name).join(', ')}
              cover={work.cover}
              price={
                work.fromPrice ? (
                  <Price
                    amount={work.fromPrice.amount}
                    locale={locale}
                    compareAt={work.fromPrice.compareAt}
                    compareAtLabel={t('price.before')}
                  />
                ) : (
                  <span>{t('price.none')}</span>
                )
              }
            />
          </li>
        ))}
      </ul>
      {items.length > picksAtOnce ? (
        <Button className={styles.others} onClick={() => setTurn(turn + 1)}>
          {t('picks.others')}
        </Button>
      ) : null}
    </div>
  );
}
