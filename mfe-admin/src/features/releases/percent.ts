import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';

/** `5` → "5 %". */
export const percentOf = (formats: Formats, percent: number): string =>
  formats.number(percent / 100, { style: 'percent', maximumFractionDigits: 0 });

/** Share of `bad` in `all`, precise enough that one in thousands is not none. */
export const shareOf = (formats: Formats, bad: number, all: number): string =>
  formats.number(all === 0 ? 0 : bad / all, { style: 'percent', maximumSignificantDigits: 2 });
