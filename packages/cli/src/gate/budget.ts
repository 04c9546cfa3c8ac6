/** What a size may grow by against the last release; the greater of the two counts. */
export interface ByteBudget {
  percent: number;
  bytes: number;
}

export const defaultBudget: ByteBudget = { percent: 10, bytes: 5_000 };

/**
 * Reads a limit of growth.
 *
 * @example parseBudget('10%,5kB') // { percent: 10, bytes: 5000 }
 * @returns undefined where it is none
 */
export function parseBudget(text: string): ByteBudget | undefined {
  const budget: ByteBudget = { percent: 0, bytes: 0 };
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)\s?(%|B|kB)$/i.exec(part) ?? [];
    if (amount === undefined || unit === undefined) return undefined;
    if (unit === '%') budget.percent = Number(amount);
    else budget.bytes = Math.round(Number(amount) * (unit.toLowerCase() === 'kb' ? 1_000 : 1));
  }
  return budget;
}

/** Bytes that what was `before` may come to. */
export const allowedBytes = (before: number, { percent, bytes }: ByteBudget): number =>
  before + Math.max(Math.floor((before * percent) / 100), bytes);
