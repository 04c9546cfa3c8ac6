import type { Renewal } from '@tessera/contracts/api/checkout.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useText } from '../../shared/text.ts';
import styles from './totals.module.css';

interface RenewalNoteProps {
  renewal: Renewal | undefined;
  /** No address has decided the tax yet. */
  estimated?: boolean;
}

/** What is charged again, how often, and how that ends: said wherever a total is. */
export function RenewalNote({ renewal, estimated = false }: RenewalNoteProps) {
  const t = useText();
  const { money } = useFormat();
  if (!renewal) return null;
  return (
    <p className={styles.renewal}>
      {t(`renewal.${renewal.interval}`, { amount: money(renewal.total) })} {estimated ? t('renewal.estimated') : null}
    </p>
  );
}
