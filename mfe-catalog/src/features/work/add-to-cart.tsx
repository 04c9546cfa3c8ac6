import type { Product } from '@tessera/contracts/api/catalog.ts';
import { useCart } from '@tessera/remote-kit/contexts/hooks.ts';
import { Button } from '@tessera/ui/button.tsx';
import { CartIcon } from '@tessera/ui/icons/cart.tsx';
import { CheckIcon } from '@tessera/ui/icons/check.tsx';
import { useText } from '../../shared/text.ts';
import styles from './add-to-cart.module.css';
import { hindrance } from './offers.ts';
import { useAddToCart } from './use-add-to-cart.ts';

interface AddToCartProps {
  title: string;
  product: Product;
  /** In the bar: no room for more than the button. */
  compact?: boolean;
}

export function AddToCart({ title, product, compact }: AddToCartProps) {
  const t = useText();
  const { actions } = useCart();
  const { inCart, pending, add } = useAddToCart(product.id, title);
  const reason = hindrance(product);
  const size = compact ? 'medium' : 'large';
  if (reason)
    return (
      <Button wide={!compact} size={size} disabled>
        {t(reason === 'sold-out' ? 'work.soldOut' : 'work.notHere')}
      </Button>
    );
  const full = inCart >= product.maxQuantity;
  return (
    <div className={styles.buttons}>
      {full ? null : (
        <Button
          variant="primary"
          size={size}
          wide={!compact}
          aria-disabled={pending || undefined}
          onClick={() => (pending ? undefined : void add())}
        >
          <CartIcon />
          {t('work.add')}
        </Button>
      )}
      {inCart > 0 && !(compact && !full) ? (
        <Button variant="secondary" size={size} wide={!compact} onClick={() => actions.openDrawer()}>
          <CheckIcon />
          {t('work.inCart')} · {t('work.viewCart')}
        </Button>
      ) : null}
    </div>
  );
}
