import type { CartLine } from '@tessera/contracts/api/checkout.ts';
import { Cover } from '@tessera/ui/cover.tsx';
import { IconButton } from '@tessera/ui/icon-button.tsx';
import { TrashIcon } from '@tessera/ui/icons/trash.tsx';
import { QuantityStepper } from '@tessera/ui/quantity-stepper.tsx';
import { useHref, useShellContext } from '../chrome/shell-context.ts';
import styles from './cart-drawer.module.css';

export function CartDrawerLine({ line, busy }: { line: CartLine; busy: boolean }) {
  const { services, ui, t, formats } = useShellContext();
  const href = useHref();

  const change = async (quantity: number): Promise<boolean> => {
    const result = await services.cart.setQuantity(line.productId, quantity);
    if (!result.ok) ui.toast({ message: result.problem.detail ?? t('cartChangeFailed'), tone: 'danger' });
    return result.ok;
  };
  const remove = async (): Promise<void> => {
    if (!(await change(0))) return;
    ui.toast({ message: line.title, action: { label: t('undo'), run: () => void change(line.quantity) } });
  };

  return (
    <li className={styles.line}>
      <Cover className={styles.cover} picture={line.cover} sizes="64px" alt="" />
      <div className={styles.what}>
        <a href={href(`/work/${line.workId}/${line.slug}`)} onClick={() => ui.open(undefined)}>
          {line.title}
        </a>
        <span className={styles.note}>{line.productTitle}</span>
        {line.maxQuantity > 1 ? (
          <QuantityStepper
            label={t('quantityOf', { title: line.title })}
            decreaseLabel={t('less')}
            increaseLabel={t('more')}
            value={line.quantity}
            max={line.maxQuantity}
            disabled={busy}
            format={formats.number}
            onChange={(quantity) => void change(quantity)}
          />
        ) : null}
      </div>
      <div className={styles.price}>
        <b>{formats.money(line.lineTotal)}</b>
        <IconButton
          label={t('removeOf', { title: line.title })}
          icon={<TrashIcon width="20" height="20" />}
          disabled={busy}
          onClick={() => void remove()}
        />
      </div>
    </li>
  );
}
