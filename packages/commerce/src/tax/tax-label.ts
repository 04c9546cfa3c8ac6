import type { TaxKind, TaxRate } from './tax-provider.ts';

type Names = Readonly<Record<TaxKind, string>>;

const own = { gst: 'GST', hst: 'HST', pst: 'PST', rst: 'RST', qst: 'QST' };
const names: Readonly<Record<string, Names>> = {
  en: { vat: 'VAT', 'sales-tax': 'sales tax', ...own },
  de: { vat: 'MwSt.', 'sales-tax': 'Verkaufssteuer', ...own },
  ar: { vat: 'ضريبة القيمة المضافة', 'sales-tax': 'ضريبة المبيعات', ...own },
};

/** "VAT 7%", "MwSt. 7 %", "CA sales tax 7.25%", "QST 9.975%": the authority's name and its rate, in the reader's language. */
export function taxLabel(
  { kind, jurisdiction, percent }: Pick<TaxRate, 'kind' | 'jurisdiction' | 'percent'>,
  locale: string,
): string {
  const name = (names[locale.slice(0, 2)] ?? names['en'])?.[kind] ?? kind;
  const place = kind === 'sales-tax' ? `${jurisdiction.replace(/^US-/, '')} ` : '';
  return `${place}${name} ${formatPercent(percent, locale)}`;
}

/** Shown beside a price before an address is known: "incl. 7% VAT", "plus tax". */
export function priceTaxLabel(
  tax: Pick<TaxRate, 'kind' | 'jurisdiction' | 'percent'> | undefined,
  mode: 'inclusive' | 'exclusive',
  locale: string,
): string {
  const words = phrases[locale.slice(0, 2)] ?? english;
  if (mode === 'exclusive') return words.plus;
  return tax ? words.including(taxLabel(tax, locale)) : words.free;
}

interface Phrases {
  plus: string;
  free: string;
  including(label: string): string;
}

const english: Phrases = { plus: 'plus tax', free: 'no tax', including: (label) => `incl. ${label}` };
const phrases: Readonly<Record<string, Phrases>> = {
  en: english,
  de: { plus: 'zzgl. Steuer', free: 'steuerfrei', including: (label) => `inkl. ${label}` },
  ar: { plus: 'يضاف إليه الضريبة', free: 'بلا ضريبة', including: (label) => `شامل ${label}` },
};

/** Digits of the rate as given; a rate is never a float on its way to the reader. */
function formatPercent(percent: string, locale: string): string {
  const digits = percent.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', minimumFractionDigits: digits });
  return format.format(percent as `${number}`);
}
