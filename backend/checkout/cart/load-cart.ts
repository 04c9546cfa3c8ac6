import type { TaxLocation } from '@tessera/commerce/tax/tax-provider.ts';
import type { TenantScope } from '../deps.ts';
import type { SaleProduct, Seller } from '../shop/shop.ts';
import type { CartRecord } from './cart.ts';
import { priceCart, type PricedCart } from './cart-view.ts';
import { openCart, type OpenedCart, type Visitor } from './open-cart.ts';
import { viewingOf, type Viewing, type ViewingHints } from './viewing.ts';

export interface LoadedCart extends OpenedCart {
  seller: Seller;
  viewing: Viewing;
}

export async function loadCart(scope: TenantScope, visitor: Visitor, hints: ViewingHints): Promise<LoadedCart> {
  const seller = await scope.shop.requireSeller();
  const opened = await openCart(visitor, { carts: scope.carts, newId: scope.newId, ...viewingOf(hints, seller) });
  return { ...opened, seller, viewing: viewingOf(hints, seller, opened.cart) };
}

/** Prices a cart for a guessed place, or for an address. */
export async function presentCart(
  scope: TenantScope,
  cart: CartRecord,
  { seller, viewing, address }: { seller: Seller; viewing: Viewing; address?: TaxLocation },
): Promise<PricedCart> {
  const [products, discounts] = await Promise.all([
    findProducts(scope, cart),
    scope.discounts.findFor({ codes: cart.codes, userId: cart.ownerId, openOrderId: cart.openOrderId }),
  ]);
  return priceCart(cart, {
    seller,
    products,
    discounts,
    owned: await findOwned(scope, cart, products),
    currency: viewing.currency,
    destination: address ?? { country: viewing.country },
    final: address !== undefined,
    locale: viewing.locale,
    at: scope.clock().toISOString(),
    taxes: scope.taxes,
  });
}

/** Files are had once and for good; of goods, terms and tokens one can buy more. */
async function findOwned(
  { ownedProducts }: TenantScope,
  { ownerId }: CartRecord,
  products: ReadonlyMap<string, SaleProduct>,
): Promise<ReadonlySet<string>> {
  const files = [...products.values()].filter(({ delivery }) => delivery === 'digital');
  if (ownerId === undefined || files.length === 0) return new Set();
  return ownedProducts(
    ownerId,
    files.map(({ productId }) => productId),
  );
}

async function findProducts({ shop }: TenantScope, cart: CartRecord): Promise<ReadonlyMap<string, SaleProduct>> {
  const found = await Promise.all(cart.lines.map((line) => shop.findProduct(line.productId)));
  return new Map(found.flatMap((product) => (product ? [[product.productId, product]] : [])));
}
