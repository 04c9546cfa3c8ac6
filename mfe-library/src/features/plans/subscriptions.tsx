import { Link } from '@tessera/remote-kit/router/link.tsx';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import styles from './plans-page.module.css';
import { SubscriptionCard } from './subscription-card.tsx';
import { useSubscriptions } from './use-subscriptions.ts';

export function Subscriptions() {
  const t = useText();
  const { items, changing, change } = useSubscriptions();
  return (
    <section className={styles.section} aria-labelledby="subscriptions">
      <h2 id="subscriptions">{t(items.length > 0 ? 'plans.subscriptions' : 'plans.none')}</h2>
      {items.length === 0 ? (
        <p>
          {t('plans.noneText')} <Link to={paths.browse('subscription')}>{t('plans.see')}</Link>
        </p>
      ) : (
        <ul className={styles.cards}>
          {items.map((item) => (
            <SubscriptionCard key={item.id} subscription={item} pending={changing === item.id} onChange={change} />
          ))}
        </ul>
      )}
    </section>
  );
}
