import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Checkbox } from '@tessera/ui/checkbox.tsx';
import { QuantityStepper } from '@tessera/ui/quantity-stepper.tsx';
import page from '../../shared/page.module.css';
import type { Order } from '../../shared/types.ts';
import styles from './order-page.module.css';
import { useOrdersText } from './text.ts';

interface RefundLinesProps {
  order: Order;
  quantities: Readonly<Record<string, number>>;
  onChange(lineId: string, quantity: number): void;
}

/** The lines that have pieces left: all of one by a tick, some of it by a number. */
export function RefundLines({ order, quantities, onChange }: RefundLinesProps) {
  const t = useOrdersText();
  const { money, number } = useFormat();
  const left = new Map(order.refundable.parts.map((part) => [part.id, part]));
  return (
    <fieldset className={styles.choice}>
      <legend>{t('refund.what')}</legend>
      {order.lines.map(({ id, title, productTitle }) => {
        const part = left.get(id);
        if (!part || part.quantity === 0) return null;
        const chosen = quantities[id] ?? 0;
        return (
          <div key={id} className={styles.chosenLine}>
            <Checkbox
              label={
                <>
                  {title} <span className={page.muted}>{productTitle}</span>
                </>
              }
              end={<span className={page.numeric}>{money(part.gross)}</span>}
              checked={chosen > 0}
              onChange={(event) => onChange(id, event.target.checked ? part.quantity : 0)}
            />
            {part.quantity > 1 && chosen > 0 ? (
              <QuantityStepper
                label={t('refund.quantityOf', { title })}
                decreaseLabel={t('refund.fewer')}
                increaseLabel={t('refund.more')}
                value={chosen}
                max={part.quantity}
                format={number}
                onChange={(quantity) => onChange(id, quantity)}
              />
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}
