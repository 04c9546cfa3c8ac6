import { percent as percentRate } from '../money/rational.ts';
import { provinces } from './canada-rates.ts';
import type { TaxClass } from './tax-class.ts';
import type { TaxKind, TaxRate, TaxRegistration, TaxRequest } from './tax-provider.ts';
import { findUsState, type UsStateRate } from './us-state-rates.ts';
import { isEuCountry, vatRates } from './vat-rates.ts';

/** What applies to a class of product at the destination; an empty list where nothing is due. */
export interface ApplicableTax {
  rates: readonly TaxRate[];
  /** US clothing rules: which part of a line is taxed at all. */
  clothing?: UsStateRate['clothing'];
}

export type RatesFor = { ok: true; tax: ApplicableTax } | { ok: false; reason: 'region-needed' };

type Where = Pick<TaxRequest, 'sellerCountry' | 'destination' | 'registrations'>;

export function ratesFor(taxClass: TaxClass, where: Where): RatesFor {
  if (taxClass === 'nontaxable') return none;
  const { country } = where.destination;
  if (country === 'US') return unitedStates(taxClass, where);
  if (country === 'CA') return canada(taxClass, where);
  return country in vatRates ? vat(taxClass, where) : none;
}

const none: RatesFor = { ok: true, tax: { rates: [] } };

const registeredIn = (registrations: readonly TaxRegistration[], country: string, region?: string) =>
  registrations.some(
    (entry) =>
      entry.country === country && entry.scheme === undefined && (region === undefined || entry.region === region),
  );

function vat(taxClass: TaxClass, where: Where): RatesFor {
  const country = vatCountryOf(where);
  if (country === undefined) return none;
  const table = vatRates[country];
  if (!table) return none;
  const byClass: Partial<Record<TaxClass, string>> = {
    'e-book': table.ePublication,
    audiobook: table.audiobook,
    'printed-book': table.printedBook,
  };
  return taxed([taxRate('vat', country, byClass[taxClass] ?? table.standard)]);
}

/**
 * Whose VAT is due; undefined where none is. Within the Union it is the buyer's country's for who is registered there or for the One Stop
 * Shop. Who is registered at home alone stays below the threshold of 10,000 EUR a year, and owes what a sale at home would
 * (Directive 2006/112/EC art. 59c).
 */
function vatCountryOf({ sellerCountry, destination: { country }, registrations }: Where): string | undefined {
  if (registeredIn(registrations, country)) return country;
  if (!isEuCountry(country)) return undefined;
  if (registrations.some(({ scheme }) => scheme === 'oss')) return country;
  return isEuCountry(sellerCountry) && registeredIn(registrations, sellerCountry) ? sellerCountry : undefined;
}

function unitedStates(taxClass: TaxClass, { destination, registrations }: Where): RatesFor {
  if (!registeredIn(registrations, 'US')) return none;
  const region = destination.region?.toUpperCase();
  const state = region === undefined ? undefined : findUsState(region);
  if (!region || !state?.known) return { ok: false, reason: 'region-needed' };
  if (!state.rate || !registeredIn(registrations, 'US', region)) return none;
  if (isUntaxedUsClass(taxClass, state.rate)) return none;
  const rates = [taxRate('sales-tax', `US-${region}`, state.rate.percent)];
  const { clothing } = state.rate;
  return { ok: true, tax: { rates, ...(taxClass === 'clothing' && clothing ? { clothing } : {}) } };
}

/** Services and teaching are outside the general tax of most states; the few that tax them are Stripe Tax's to know. */
function isUntaxedUsClass(taxClass: TaxClass, state: UsStateRate): boolean {
  if (taxClass === 'online-course' || taxClass === 'electronic-service') return true;
  return (
    !state.digital &&
    (taxClass === 'e-book' || taxClass === 'audiobook' || taxClass === 'digital-audio' || taxClass === 'digital-video')
  );
}

function canada(taxClass: TaxClass, { destination, registrations }: Where): RatesFor {
  if (!registeredIn(registrations, 'CA')) return none;
  const region = destination.region?.toUpperCase();
  const province = region === undefined ? undefined : provinces[region];
  if (!region || !province) return { ok: false, reason: 'region-needed' };
  const percent = taxClass === 'printed-book' ? province.printedBookPercent : province.federal.percent;
  const jurisdiction = province.federal.kind === 'hst' ? `CA-${region}` : 'CA';
  const rates = [taxRate(province.federal.kind, jurisdiction, percent)];
  const { own } = province;
  if (own && registeredIn(registrations, 'CA', region) && !own.except.includes(taxClass))
    rates.push(taxRate(own.kind, `CA-${region}`, own.percent));
  return taxed(rates);
}

const taxed = (rates: readonly TaxRate[]): RatesFor => ({ ok: true, tax: { rates } });

const taxRate = (kind: TaxKind, jurisdiction: string, percent: string): TaxRate => ({
  kind,
  jurisdiction,
  percent,
  rate: percentRate(percent),
});
