import type { TaxKind, TaxRate } from './tax-provider.ts';

type Names = Readonly<Record<TaxKind, string>>;

/** Canada's taxes keep the letters by which invoices and authorities know them. */
const english: Names = {
  ...{ vat: 'VAT', 'sales-tax': 'sales tax' },
  ...{ gst: 'GST', hst: 'HST', pst: 'PST', rst: 'RST', qst: 'QST' },
};
const names: Readonly<Record<string, Names>> = {
  en: english,
  de: {
    vat: 'MwSt.',
    'sales-tax': 'Verkaufssteuer',
    gst: 'Bundessteuer GST',
    hst: 'Harmonisierte Verkaufssteuer HST',
    pst: 'Provinzsteuer PST',
    rst: 'Provinzsteuer RST',
    qst: 'Provinzsteuer QST',
  },
  ar: {
    vat: 'ضريبة القيمة المضافة',
    'sales-tax': 'ضريبة المبيعات',
    gst: 'ضريبة السلع والخدمات GST',
    hst: 'ضريبة المبيعات المنسقة HST',
    pst: 'ضريبة مبيعات المقاطعة PST',
    rst: 'ضريبة مبيعات التجزئة RST',
    qst: 'ضريبة مبيعات كيبك QST',
  },
};

/** "VAT 7%", "MwSt. 7 %", "CA sales tax 7.25%", "Provinzsteuer QST 9,975 %": the authority's name and its rate, in the reader's language. */
export function taxLabel(
  { kind, jurisdiction, percent }: Pick<TaxRate, 'kind' | 'jurisdiction' | 'percent'>,
  locale: string,
): string {
  const language = locale.slice(0, 2);
  const name = (names[language] ?? english)[kind];
  const rate = formatPercent(percent, locale);
  if (kind !== 'sales-tax') return `${name} ${rate}`;
  const state = jurisdiction.replace(/^US-/, '');
  return language in names && language !== 'en' ? `${name} ${state} ${rate}` : `${state} ${name} ${rate}`;
}

/** Shown beside a price before an address is known: "incl. 7% VAT", "plus tax". */
export function priceTaxLabel(
  tax: Pick<TaxRate, 'kind' | 'jurisdiction' | 'percent'> | undefined,
  mode: 'inclusive' | 'exclusive',
  locale: string,
): string {
  const words = phrases[locale.slice(0, 2)] ?? englishPhrases;
  if (mode === 'exclusive') return words.plus;
  return tax ? words.including(taxLabel(tax, locale)) : words.free;
}

interface Phrases {
  plus: string;
  free: string;
  including(label: string): string;
}

const englishPhrases: Phrases = { plus: 'plus tax', free: 'no tax', including: (label) => `incl. ${label}` };
const phrases: Readonly<Record<string, Phrases>> = {
  en: englishPhrases,
  de: { plus: 'zzgl. Steuer', free: 'steuerfrei', including: (label) => `inkl. ${label}` },
  ar: { plus: 'تُضاف إليه الضريبة', free: 'بلا ضريبة', including: (label) => `شامل ${label}` },
};

/** Digits of the rate as given; a rate is never a float on its way to the reader. */
function formatPercent(percent: string, locale: string): string {
  const digits = percent.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', minimumFractionDigits: digits });
  return format.format(percent as `${number}`);
}
