const number = (digits: number) =>
  new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const [whole, tenths, hundredths, thousandths] = [number(0), number(1), number(2), number(3)];

export const kB = (bytes: number): string => `${tenths.format(bytes / 1000)} kB`;
export const MB = (bytes: number): string => `${hundredths.format(bytes / 1e6)} MB`;
export const ms = (value: number): string => `${value < 10 ? tenths.format(value) : whole.format(value)} ms`;
export const seconds = (value: number): string => `${hundredths.format(value / 1000)} s`;
export const times = (value: number): string => `${hundredths.format(value)} ×`;
export const perSecond = (value: number): string => (value < 10 ? tenths : whole).format(value);
export const count = (value: number): string => whole.format(value);
export const shift = (value: number): string => thousandths.format(value);
