export interface KeepMessage {
  type: 'keep';
  /** Address of the document. */
  page: string;
  /** Addresses of what it loaded. */
  files: readonly string[];
}

/** The page's release set does what it should. */
export interface UsedMessage {
  type: 'good';
  releaseSet: string;
}

/** Whether an earlier good set's document of a page is on the device; where it is, the page's next load is answered with it. */
export interface LastGoodQuestion {
  type: 'last-good';
  page: string;
  /** The set that the page is made of now. */
  releaseSet: string;
}

/** What a page says to its worker. */
export type WorkerMessage = { type: 'apply-update' } | KeepMessage | UsedMessage | LastGoodQuestion;

/** What the worker asks each page; answered with the id of its release set. */
export interface SetQuestion {
  type: 'which-set';
}

export function readMessage(data: unknown): WorkerMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, page, files, releaseSet } = data as Record<string, unknown>;
  if (type === 'apply-update') return { type };
  if (type === 'keep' && typeof page === 'string' && Array.isArray(files))
    return { type, page, files: files.filter((file) => typeof file === 'string') };
  if (typeof releaseSet !== 'string') return undefined;
  if (type === 'good') return { type, releaseSet };
  return type === 'last-good' && typeof page === 'string' ? { type, page, releaseSet } : undefined;
}
