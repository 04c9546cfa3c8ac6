import type { Cart } from '@tessera/contracts/api/checkout.ts';
import type { CartState } from '@tessera/contracts/shell-services.ts';
import { useCart, useFormat, useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRef } from 'react';
import { Notice } from '../../shared/notice.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/private-head.ts';
import { useText } from '../../shared/text.ts';
import { CartFailure } from './cart-failure.tsx';
import { CartLineView } from './cart-line.tsx';
import { CartSkeleton } from './cart-skeleton.tsx';
import { CartSummary } from './cart-summary.tsx';
import styles from './cart.module.css';
import { EmptyCart } from './empty-cart.tsx';
import { useChangeLine } from './use-change-line.ts';

export const head = privateHead('cart.title');

export default function CartPage() {
  const { state } = useCart();
  if (state.status === 'loading') return <CartSkeleton />;
  if (state.status === 'error') return <CartFailure />;
  if (state.cart.lines.length === 0) return <EmptyCart />;
  return <FilledCart cart={state.cart} pending={state.pending} waiting={state.waiting ?? {}} />;
}

interface FilledCartProps {
  cart: Cart;
  pending: boolean;
  waiting: NonNullable<CartState['waiting']>;
}

function FilledCart({ cart, pending, waiting }: FilledCartProps) {
  const t = useText();
  const { number } = useFormat();
  const { online } = useOffline().state;
  const heading = useRef<HTMLHeadingElement>(null);
  const changeLine = useChangeLine(heading);
  return (
    <div className={page.page}>
      <div className={page.head}>
        <h1 ref={heading} tabIndex={-1}>
          {t('cart.title')}
        </h1>
        <p className={page.muted}>{t('cart.count', { n: cart.itemCount, shown: number(cart.itemCount) })}</p>
      </div>
      {online ? null : <Notice tone="warning" title={t('cart.offline')} text={t('cart.offlineText')} />}
      <div className={page.columns}>
        <ul className={styles.lines} aria-label={t('cart.lines')} aria-busy={pending || undefined}>
          {cart.lines.map((line) => (
            <CartLineView key={line.productId} line={line} waiting={waiting[line.productId]} onChange={changeLine} />
          ))}
        </ul>
        <CartSummary cart={cart} pending={pending} />
      </div>
    </div>
  );
}
