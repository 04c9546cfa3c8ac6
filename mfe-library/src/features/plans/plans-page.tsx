import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { privateHead } from '../../shared/page-title.ts';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import styles from './plans-page.module.css';
import { Subscriptions } from './subscriptions.tsx';
import { Tokens } from './tokens.tsx';

export const head = privateHead('plans.title');

/** What renews, until when, and how to end it; and the tokens. */
export default function PlansPage() {
  const t = useText();
  const { kinds } = useBoot().tenant;
  return (
    <div className={`${page.inner} ${styles.page}`}>
      <h1>{t('plans.title')}</h1>
      <Subscriptions />
      {kinds.includes('tokens') ? <Tokens /> : null}
    </div>
  );
}
