import type { Product } from '@tessera/contracts/api/catalog.ts';

/** Whether it can be put in a cart here and now. */
export const isOnSale = ({ price, availability }: Product): boolean =>
  price !== undefined && availability.state !== 'sold-out' && availability.state !== 'not-here';

/** The product a page starts with: the first that can be bought, else the first. */
export const firstChoice = (products: readonly Product[]): Product | undefined =>
  products.find(isOnSale) ?? products[0];

/** Why it cannot be bought; undefined where it can. */
export function hindrance(product: Product): 'sold-out' | 'not-here' | undefined {
  if (isOnSale(product)) return undefined;
  return product.availability.state === 'sold-out' ? 'sold-out' : 'not-here';
}
