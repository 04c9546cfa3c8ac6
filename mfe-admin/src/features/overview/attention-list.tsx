import { Link } from '@tessera/remote-kit/router/link.tsx';
import { CheckIcon } from '@tessera/ui/icons/check.tsx';
import { WarningIcon } from '@tessera/ui/icons/warning.tsx';
import page from '../../shared/page.module.css';
import { useText, type MessageKey } from '../../shared/text.ts';
import type { Overview } from '../../shared/types.ts';
import styles from './overview-page.module.css';

const words: Record<string, MessageKey> = {
  'order-review': 'attention.orderReview',
  'order-disputed': 'attention.orderDisputed',
  'stock-low': 'attention.stockLow',
  'stock-out': 'attention.stockOut',
  'domain-failing': 'attention.domainFailing',
};

export function AttentionList({ needs }: { needs: Overview['needsAttention'] }) {
  const t = useText();
  return (
    <section className={page.panel} aria-labelledby="attention">
      <h2 id="attention">{t('attention.title')}</h2>
      {needs.length === 0 ? (
        <p className={styles.fine}>
          <CheckIcon />
          {t('attention.none')}
        </p>
      ) : (
        <ul className={styles.list}>
          {needs.map(({ kind, text, href }) => (
            <li key={`${kind} ${href} ${text}`}>
              <Link to={href} className={styles.need}>
                <WarningIcon />
                <span>
                  <span className={page.muted}>{t(words[kind] ?? 'attention.other')}</span>
                  <bdi>{text}</bdi>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
