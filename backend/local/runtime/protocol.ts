/** What travels between the platform and one Lambda environment (a worker thread). */

export interface EnvironmentSettings {
  functionName: string;
  bundle: string;
  memoryMb: number;
  region: string;
}

export interface InvokeMessage {
  type: 'invoke';
  requestId: string;
  /** JSON, as the Lambda service hands it over. */
  event: string;
  deadlineMs: number;
  trace: string;
  /** `http`: a buffered answer is turned into status, headers and bytes before it crosses the thread border. */
  answer: 'http' | 'json';
}

export type ToWorker = InvokeMessage | { type: 'credit'; bytes: number } | { type: 'abort' };

export interface HttpHead {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
}

export interface FunctionError {
  errorType: string;
  errorMessage: string;
  trace: string[];
}

export type FromWorker = (
  | { type: 'ready'; initMs: number }
  | { type: 'init-failed'; error: FunctionError }
  | { type: 'result'; payload: string }
  | { type: 'http'; head: HttpHead; body: Uint8Array }
  | { type: 'failed'; error: FunctionError }
  | { type: 'stream'; head?: HttpHead; data?: Uint8Array; end?: boolean }
  | { type: 'logs' }
) & {
  /** What was printed since the last message: lines travel along, because each message wakes a thread. */
  lines?: string[];
};

/** A streamed answer may be this far ahead of its reader. */
export const streamWindowBytes = 256 * 1024;

/** Lambda's limit on a buffered event and on a buffered answer. */
export const maxPayloadBytes = 6 * 1024 * 1024;
