import type { PriceMode } from './tax-provider.ts';

const taxIsAdded = new Set(['US', 'CA', 'IN']);

/** Whether prices hold their tax: the shop's own rule, else the custom of the place. */
export function priceModeFor(display: PriceMode | 'by-location', country: string): PriceMode {
  if (display !== 'by-location') return display;
  return taxIsAdded.has(country) ? 'exclusive' : 'inclusive';
}

/** Per place: North America rounds each line, the EU each rate of an invoice. */
export const roundingFor = (sellerCountry: string) => (taxIsAdded.has(sellerCountry) ? 'line' : 'invoice-by-rate');
