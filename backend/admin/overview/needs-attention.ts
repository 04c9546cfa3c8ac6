import type { Overview } from '@tessera/contracts/api/admin.ts';
import type { z } from 'zod';
import type { DomainItem } from '../../table/domain.ts';
import type { OrderHead } from '../order/orders.ts';

export interface Concern {
  orders: readonly OrderHead[];
  /** Products that run out, with the names they are sold under. */
  stock: readonly { workId: string; name: string; available: number }[];
  domains: readonly Pick<DomainItem, 'host' | 'state'>[];
}

/** Units at which a product is said to run out. */
export const lowStock = 3;

type Need = z.infer<typeof Overview>['needsAttention'][number];

/** Money first, then what is about to stop selling. */
export function needsAttention({ orders, stock, domains }: Concern): Need[] {
  const ofOrders = orders.flatMap(({ state, number, orderId }): Need[] => {
    const href = `/admin/orders/${orderId}`;
    if (state === 'needs_review') return [{ kind: 'order-review', text: number, href }];
    return state === 'disputed' ? [{ kind: 'order-disputed', text: number, href }] : [];
  });
  const ofDomains = domains
    .filter(({ state }) => state === 'failing')
    .map(({ host }) => ({ kind: 'domain-failing', text: host, href: '/admin/domains' }));
  const ofStock = stock.map(({ name, available, workId }) => ({
    kind: available === 0 ? 'stock-out' : 'stock-low',
    text: available === 0 ? name : `${name} (${available})`,
    href: `/work/${workId}`,
  }));
  return [...ofOrders, ...ofDomains, ...ofStock];
}
