/** A change of the cart that has not reached the shop, as it is kept on the device. */
export interface WaitingWrite {
  /** Its `Idempotency-Key`: sent again with each attempt, so that no change is made twice. */
  key: string;
  /** Whose change it is; see `ownerOf`. */
  owner: string;
  productId: string;
  quantity: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Where waiting writes are kept, for one shop. */
export interface WriteStore {
  add(write: WaitingWrite): Promise<void>;
  /** Oldest first. */
  list(): Promise<WaitingWrite[]>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}
