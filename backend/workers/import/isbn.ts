/** An ISBN-10 with the leading zeros that a spreadsheet took; undefined where its check digit is wrong. */
export function toIsbn10(text: string): string | undefined {
  const digits = text.replaceAll(/[\s-]/g, '').toUpperCase();
  const isbn = digits.padStart(10, '0');
  if (digits === '' || !/^\d{9}[\dX]$/.test(isbn)) return undefined;
  const sum = [...isbn].reduce((total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - index), 0);
  return sum % 11 === 0 ? isbn : undefined;
}
