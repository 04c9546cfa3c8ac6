import { convertMinor, type Conversion } from './convert.ts';

/** One price of one product, as its list states it. */
export interface ListedPrice {
  priceListId: string;
  currency: string;
  /** Countries the list serves; empty for every country. */
  countries: readonly string[];
  amountMinor: bigint;
  /** The former price, where the list says so. */
  compareAtMinor?: bigint;
  /** A sale is never a reason to pay more: it counts only where it is the lower price. */
  kind: 'regular' | 'sale';
  /** ISO instants; the end is exclusive. */
  validFrom?: string;
  validUntil?: string;
}

export interface PriceRequest {
  currency: string;
  country: string;
  /** ISO instant. */
  at: string;
  /** How a currency without a list is reached from the base list; absent: it is not sold in. */
  conversion?: Conversion;
}

/** What a line keeps of how its price came to be. */
export interface PriceSnapshot {
  priceListId: string;
  currency: string;
  amountMinor: bigint;
  compareAtMinor?: bigint;
  rule: 'region-list' | 'currency-list' | 'base-converted';
  sale: boolean;
  resolvedAt: string;
  /** Of a converted price all that it was made of; `roundingMinor` is what ending, charge step and minimum added. */
  conversion?: Omit<Conversion, 'ending'> & { baseMinor: bigint; roundingMinor: bigint };
}

export type PriceResolution = { ok: true; price: PriceSnapshot } | { ok: false; reason: 'not-sold-here' };

/** Country's list in the currency, else the currency's list for everywhere, else the base list converted. A sale is `min()` after that. */
export function resolvePrice(listed: readonly ListedPrice[], request: PriceRequest): PriceResolution {
  const open = listed.filter((price) => isOpen(price, request.at));
  const inCurrency = open.filter((price) => price.currency === request.currency);
  const regional = inCurrency.filter((price) => price.countries.includes(request.country));
  const everywhere = inCurrency.filter((price) => price.countries.length === 0);
  return (
    pick(regional, 'region-list', request) ??
    pick(everywhere, 'currency-list', request) ??
    convert(open, request) ?? { ok: false, reason: 'not-sold-here' }
  );
}

function isOpen(price: ListedPrice, at: string): boolean {
  const now = Date.parse(at);
  if (price.validFrom !== undefined && Date.parse(price.validFrom) > now) return false;
  return price.validUntil === undefined || Date.parse(price.validUntil) > now;
}

function pick(prices: readonly ListedPrice[], rule: PriceSnapshot['rule'], request: PriceRequest) {
  const regular = latest(prices.filter((price) => price.kind === 'regular'));
  if (!regular) return undefined;
  const sale = prices
    .filter((price) => price.kind === 'sale')
    .reduce<ListedPrice | undefined>(
      (low, price) => (low && low.amountMinor <= price.amountMinor ? low : price),
      undefined,
    );
  const reduced = sale !== undefined && sale.amountMinor < regular.amountMinor;
  const chosen = reduced ? sale : regular;
  const compareAtMinor = reduced ? regular.amountMinor : regular.compareAtMinor;
  const price: PriceSnapshot = {
    priceListId: chosen.priceListId,
    currency: chosen.currency,
    amountMinor: chosen.amountMinor,
    ...(compareAtMinor !== undefined && compareAtMinor > chosen.amountMinor ? { compareAtMinor } : {}),
    rule,
    sale: reduced || (compareAtMinor !== undefined && compareAtMinor > chosen.amountMinor),
    resolvedAt: request.at,
  };
  return { ok: true as const, price };
}

/** Of several prices in force the one that came into force last; among equals the first stated. */
function latest(prices: readonly ListedPrice[]): ListedPrice | undefined {
  return prices.reduce<ListedPrice | undefined>(
    (best, price) => (best && startOf(best) >= startOf(price) ? best : price),
    undefined,
  );
}

const startOf = ({ validFrom }: ListedPrice) => (validFrom === undefined ? -Infinity : Date.parse(validFrom));

function convert(open: readonly ListedPrice[], request: PriceRequest) {
  const { conversion, currency } = request;
  if (!conversion) return undefined;
  const base = pick(
    open.filter((price) => price.currency === conversion.baseCurrency && price.countries.length === 0),
    'base-converted',
    request,
  );
  if (!base) return undefined;
  const { amountMinor: baseMinor, compareAtMinor: baseCompareAt, priceListId } = base.price;
  const { amountMinor, exactMinor } = convertMinor(baseMinor, currency, conversion);
  // Struck prices are converted alike, so that what a sale saves stays in proportion.
  const compareAtMinor =
    baseCompareAt === undefined ? undefined : convertMinor(baseCompareAt, currency, conversion).amountMinor;
  // An ending may raise both to the same.
  const isReduced = compareAtMinor !== undefined && compareAtMinor > amountMinor;
  const { baseCurrency, rate, rateAt, source, margin } = conversion;
  const price: PriceSnapshot = {
    priceListId,
    currency,
    amountMinor,
    ...(isReduced ? { compareAtMinor } : {}),
    rule: 'base-converted',
    sale: isReduced,
    resolvedAt: request.at,
    conversion: { baseCurrency, baseMinor, rate, rateAt, source, margin, roundingMinor: amountMinor - exactMinor },
  };
  return { ok: true as const, price };
}
