import { useCart } from '@tessera/remote-kit/contexts/hooks.ts';
import { privateHead } from '../../shared/private-head.ts';
import { CartFailure } from '../cart/cart-failure.tsx';
import { EmptyCart } from '../cart/empty-cart.tsx';
import { CheckoutSkeleton } from './checkout-skeleton.tsx';
import { FilledCheckout } from './filled-checkout.tsx';

export const head = privateHead('checkout.title');

export default function CheckoutPage() {
  const { state } = useCart();
  if (state.status === 'loading') return <CheckoutSkeleton />;
  if (state.status === 'error') return <CartFailure />;
  if (state.cart.lines.length === 0) return <EmptyCart />;
  return <FilledCheckout cart={state.cart} />;
}
