import type { Browser } from 'playwright-core';
import type { FaultName } from './faults.ts';
import { type CellPlan, type CellResult, type Errand, type Place, runCell } from './run-cell.ts';

/** Which releases of shell and remotes stand together. */
export interface Combination {
  /** Such as `shell N-1 × remotes N`. */
  name: string;
  /** Puts them in front of visitors; gives the shop's origin. */
  open(): Promise<{ shop: string; close(): Promise<void> }>;
}

export interface MatrixOptions {
  browser: Browser;
  combinations: readonly Combination[];
  places: readonly Place[];
  faults: readonly FaultName[];
  errand: Errand;
  /** Which of all cells are run, such as a sample; all where it is not given. */
  isWanted?(cell: Pick<CellPlan, 'combination' | 'place' | 'fault'>): boolean;
  /** Called as each cell is done. */
  done?(result: CellResult): void;
}

export interface MatrixResult {
  cells: readonly CellResult[];
  /** Page views in which search, cart and checkout were completed by keyboard. */
  completed: number;
  total: number;
}

/**
 * Runs combinations of releases against faults of one remote at a time, in a real Chromium.
 *
 * @example
 * const shop = { name: 'as it is', open: async () => ({ shop: 'https://shop.example', close: async () => {} }) };
 * const { cells } = await runMatrix({ browser, combinations: [shop], places, faults: faultNames, errand });
 * console.log(tableOf(cells));
 */
export async function runMatrix(options: MatrixOptions): Promise<MatrixResult> {
  const cells: CellResult[] = [];
  for (const combination of options.combinations) {
    const plans = options.places
      .flatMap((place) => options.faults.map((fault) => ({ combination: combination.name, place, fault })))
      .filter((cell) => options.isWanted?.(cell) ?? true);
    if (plans.length === 0) continue;
    const { shop, close } = await combination.open();
    try {
      for (const plan of plans) {
        const cell = await runCell(options.browser, { ...plan, shop, errand: options.errand });
        cells.push(cell);
        options.done?.(cell);
      }
    } finally {
      await close();
    }
  }
  return { cells, completed: cells.filter(isComplete).length, total: cells.length };
}

export const isComplete = ({ search, cart, checkout }: CellResult): boolean => search && cart && checkout;
