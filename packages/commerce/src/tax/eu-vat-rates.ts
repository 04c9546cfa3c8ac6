export interface VatRates {
  standard: string;
  ePublication: string;
  printedBook: string;
  /** Audiobooks follow e-publications only where the national law says so; elsewhere they take the standard rate. */
  audiobook: string;
}

/**
 * Percent, for consumers in each member state under the One Stop Shop.
 * Source: the Commission's "Taxes in Europe" database and the national acts it links (Annex III point 6, and the zero rates of
 * Czechia and Ireland); as of 2026-01-01. Denmark's planned zero rate for books is not in force in it.
 */
export const euVatRates: Readonly<Record<string, VatRates>> = {
  AT: rates('20', '10', '10', '10'),
  BE: rates('21', '6', '6', '6'),
  BG: rates('20', '9', '9'),
  CY: rates('19', '3', '3'),
  CZ: rates('21', '0', '0', '0'),
  DE: rates('19', '7', '7', '7'),
  DK: rates('25', '25', '25'),
  EE: rates('24', '9', '9'),
  ES: rates('21', '4', '4', '4'),
  FI: rates('25.5', '13.5', '13.5', '13.5'),
  FR: rates('20', '5.5', '5.5', '5.5'),
  GR: rates('24', '6', '6'),
  HR: rates('25', '5', '5', '5'),
  HU: rates('27', '27', '5'),
  IE: rates('23', '0', '0', '0'),
  IT: rates('22', '4', '4', '4'),
  LT: rates('21', '5', '5'),
  LU: rates('17', '3', '3', '3'),
  LV: rates('21', '5', '5'),
  MT: rates('18', '5', '5', '5'),
  NL: rates('21', '9', '9', '9'),
  PL: rates('23', '5', '5'),
  PT: rates('23', '6', '6'),
  RO: rates('21', '11', '11', '11'),
  SE: rates('25', '6', '6', '6'),
  SI: rates('22', '5', '5', '5'),
  SK: rates('23', '23', '5'),
};

function rates(standard: string, ePublication: string, printedBook: string, audiobook = standard): VatRates {
  return { standard, ePublication, printedBook, audiobook };
}
