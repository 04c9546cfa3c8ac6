export interface KeepMessage {
  type: 'keep';
  /** Address of the document. */
  page: string;
  /** Addresses of what it loaded. */
  files: readonly string[];
}

/** What a page says to its worker. */
export type WorkerMessage = { type: 'apply-update' } | KeepMessage;

export function readMessage(data: unknown): WorkerMessage | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'apply-update') return { type: 'apply-update' };
  if (data.type !== 'keep' || !('page' in data) || !('files' in data)) return undefined;
  const { page, files } = data;
  if (typeof page !== 'string' || !Array.isArray(files)) return undefined;
  return { type: 'keep', page, files: files.filter((file) => typeof file === 'string') };
}
