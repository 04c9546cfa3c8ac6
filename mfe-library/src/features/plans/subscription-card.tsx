import type { SubscriptionView } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Badge } from '@tessera/ui/badge.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { Cover } from '@tessera/ui/cover.tsx';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import styles from './plans-page.module.css';
import type { ChangeSubscription } from './use-subscriptions.ts';

interface SubscriptionCardProps {
  subscription: SubscriptionView;
  pending: boolean;
  onChange: ChangeSubscription;
}

const tones = { active: 'positive', ending: 'neutral', past_due: 'warning', ended: 'neutral' } as const;

/** One subscription: what it is, when it renews or ends, and the one thing that can be done about that. */
export function SubscriptionCard({ subscription, pending, onChange }: SubscriptionCardProps) {
  const t = useText();
  const { money, date, list } = useFormat();
  const { state, lines, renewal, periodEnd, validUntil, startedAt, id } = subscription;
  const title = list(lines.map((line) => line.title));
  const [first] = lines;
  const day = date(state === 'past_due' ? validUntil : periodEnd, 'long');
  return (
    <li className={styles.card} data-state={state}>
      {first ? <Cover picture={first.cover} sizes="10rem" alt="" className={styles.cover} /> : null}
      <div className={styles.words}>
        <h3>
          <bdi>{title}</bdi> <Badge tone={tones[state]}>{t(`plans.state.${state}`)}</Badge>
        </h3>
        <p>{list(lines.map((line) => line.productTitle))}</p>
        <p>{t(`plans.text.${state}`, { date: day, amount: money(renewal.total) })}</p>
        <p className={styles.muted}>
          {t('plans.since', { date: date(startedAt, 'long') })} · <Link to={paths.order(id)}>{t('plans.order')}</Link>
        </p>
        {state === 'active' || state === 'past_due' ? (
          <Button
            pending={pending}
            aria-label={t('plans.cancelOf', { title })}
            onClick={() => void onChange(id, false)}
          >
            {t('plans.cancel')}
          </Button>
        ) : null}
        {state === 'ending' ? (
          <Button pending={pending} aria-label={t('plans.keepOf', { title })} onClick={() => void onChange(id, true)}>
            {t('plans.keep')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
