import type { OrderLine } from '../../table/order-record.ts';

/** A product that opens in other ways than by its price. */
export interface Unlockable {
  productId: string;
  /** What it costs in tokens. */
  tokens: number | undefined;
  /** Works whose subscription includes it. */
  passes: readonly string[];
  /** What the right says of it, but for how it was come by. */
  line: Omit<OrderLine, 'id'>;
}

/** One tenant's works as far as they can be unlocked. */
export interface Unlockables {
  /** Undefined also for what is not published and for what only its price opens. */
  find(workId: string): Promise<Unlockable | undefined>;
}
