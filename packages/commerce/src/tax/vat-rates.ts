import { euVatRates, type VatRates } from './eu-vat-rates.ts';

/**
 * Percent. United Kingdom: VAT Act 1994 schedule 8 group 3 (e-publications zero since 2020-05-01, audiobooks standard).
 * Switzerland: MWSTG art. 25 (2.6 for books and e-books without advertising character); rates since 2024-01-01, as of 2026-01-01.
 */
export const vatRates: Readonly<Record<string, VatRates>> = {
  ...euVatRates,
  GB: { standard: '20', ePublication: '0', printedBook: '0', audiobook: '20' },
  CH: { standard: '8.1', ePublication: '2.6', printedBook: '2.6', audiobook: '8.1' },
};

export const isEuCountry = (country: string): boolean => country in euVatRates;
