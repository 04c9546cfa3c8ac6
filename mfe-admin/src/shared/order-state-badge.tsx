import type { OrderState } from '@tessera/contracts/api/checkout.ts';
import { Badge } from '@tessera/ui/badge.tsx';
import type { ComponentProps } from 'react';
import { useText } from './text.ts';

const tones: Record<OrderState, NonNullable<ComponentProps<typeof Badge>['tone']>> = {
  pending: 'neutral',
  pending_async: 'neutral',
  paid: 'positive',
  fulfilled: 'positive',
  partially_refunded: 'warning',
  refunded: 'neutral',
  disputed: 'danger',
  cancelled: 'neutral',
  expired: 'neutral',
  needs_review: 'danger',
};

export function OrderStateBadge({ state }: { state: OrderState }) {
  const t = useText();
  return <Badge tone={tones[state]}>{t(`order.${state}`)}</Badge>;
}
