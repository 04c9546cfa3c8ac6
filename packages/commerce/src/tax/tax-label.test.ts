import { expect, test } from 'vitest';
import { priceModeFor } from './price-mode.ts';
import { priceTaxLabel, taxLabel } from './tax-label.ts';

const plain = (text: string) => text.replace(/\s/g, ' ');

test('names the authority and its exact rate in the reader’s language', () => {
  expect(taxLabel({ kind: 'vat', jurisdiction: 'DE', percent: '7' }, 'en')).toBe('VAT 7%');
  expect(plain(taxLabel({ kind: 'vat', jurisdiction: 'DE', percent: '25.5' }, 'de'))).toBe('MwSt. 25,5 %');
  expect(taxLabel({ kind: 'qst', jurisdiction: 'CA-QC', percent: '9.975' }, 'en')).toBe('QST 9.975%');
  expect(taxLabel({ kind: 'sales-tax', jurisdiction: 'US-CA', percent: '7.25' }, 'en')).toBe('CA sales tax 7.25%');
  expect(plain(taxLabel({ kind: 'qst', jurisdiction: 'CA-QC', percent: '9.975' }, 'de'))).toBe(
    'Provinzsteuer QST 9,975 %',
  );
  expect(plain(taxLabel({ kind: 'sales-tax', jurisdiction: 'US-WA', percent: '6.5' }, 'de'))).toBe(
    'Verkaufssteuer WA 6,5 %',
  );
  expect(plain(priceTaxLabel({ kind: 'vat', jurisdiction: 'DE', percent: '7' }, 'inclusive', 'de'))).toBe(
    'inkl. MwSt. 7 %',
  );
  expect(priceTaxLabel(undefined, 'exclusive', 'en')).toBe('plus tax');
});

test.each(['vat', 'sales-tax', 'gst', 'hst', 'pst', 'rst', 'qst'] as const)('%s has a name in Arabic', (kind) => {
  expect(taxLabel({ kind, jurisdiction: 'US-CA', percent: '7.25' }, 'ar')).toMatch(/^ضريبة /);
});

test('the custom of the place decides only where the shop does not', () => {
  expect(priceModeFor('by-location', 'US')).toBe('exclusive');
  expect(priceModeFor('by-location', 'DE')).toBe('inclusive');
  expect(priceModeFor('inclusive', 'US')).toBe('inclusive');
});
