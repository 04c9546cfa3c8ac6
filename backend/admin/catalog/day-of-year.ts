/** The first day of a year. ISO 8601 has a year 0, which is 1 BC, and writes years before it with six digits. */
export function dayOfYear(year: number): string {
  const astronomical = year < 0 ? year + 1 : year;
  const digits = String(Math.abs(astronomical));
  return astronomical < 0 ? `-${digits.padStart(6, '0')}-01-01` : `${digits.padStart(4, '0')}-01-01`;
}
