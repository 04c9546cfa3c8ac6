import type { TaxProvider } from '@tessera/commerce/tax/tax-provider.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import type Stripe from 'stripe';
import type { Clock } from '../platform/clock.ts';
import type { NewId } from '../platform/ids.ts';
import type { Table } from '../table/client.ts';
import { createCartRepository } from './cart/cart-repository.dynamo.ts';
import { createDiscounts } from './discount/discounts.dynamo.ts';
import type { Discounts } from './discount/discounts.ts';
import { createOwnedProducts, type OwnedProducts } from './cart/owned-products.ts';
import type { CartRepository } from './cart/cart-repository.ts';
import { createOrderRepository } from './order/order-repository.dynamo.ts';
import type { OrderRepository } from './order/order-repository.ts';
import { createPayments, type Payments } from './payment/payments.ts';
import { createShop } from './shop/shop.dynamo.ts';
import { readingOnce, type Shop } from './shop/shop.ts';
import { createSubscriptionRepository } from './subscription/subscription-repository.dynamo.ts';
import type { SubscriptionRepository } from './subscription/subscription-repository.ts';

export interface CheckoutDeps {
  table: Table;
  stripe: Stripe;
  taxes: TaxProvider;
  clock: Clock;
  newId: NewId;
}

/** All that is done for one tenant, made for that tenant and one request. */
export interface TenantScope {
  tenantId: TenantId;
  shop: Shop;
  carts: CartRepository;
  ownedProducts: OwnedProducts;
  discounts: Discounts;
  orders: OrderRepository;
  subscriptions: SubscriptionRepository;
  payments: Payments;
  taxes: TaxProvider;
  clock: Clock;
  newId: NewId;
}

export type ScopeOf = (tenantId: TenantId) => TenantScope;

export const createScopes =
  ({ table, stripe, taxes, clock, newId }: CheckoutDeps): ScopeOf =>
  (tenantId) => ({
    tenantId,
    shop: readingOnce(createShop(table, tenantId)),
    carts: createCartRepository(table, tenantId, clock),
    ownedProducts: createOwnedProducts(table, tenantId),
    discounts: createDiscounts(table, tenantId, clock),
    orders: createOrderRepository(table, tenantId, clock),
    subscriptions: createSubscriptionRepository(table, tenantId),
    payments: createPayments(stripe, tenantId),
    taxes,
    clock,
    newId,
  });
