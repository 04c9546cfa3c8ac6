import { Writable } from 'node:stream';
import { toHead } from './http-answer.ts';
import { streamWindowBytes, type FromWorker, type HttpHead } from './protocol.ts';

type Post = (message: FromWorker, transfer?: ArrayBuffer[]) => void;

/** The stream a streamed handler writes to. Chunks are transferred, and wait once they are a window ahead of the reader. */
export class ResponseStream extends Writable {
  #post: Post;
  #credit = streamWindowBytes;
  #waiting: (() => void) | undefined;
  #head: HttpHead = { status: 200, headers: { 'content-type': 'application/octet-stream' }, cookies: [] };
  #headSent = false;
  #pending: Buffer[] = [];
  #scheduled: NodeJS.Immediate | undefined;

  constructor(post: Post) {
    super({ decodeStrings: true, highWaterMark: 64 * 1024 });
    this.#post = post;
  }

  setContentType(type: string): void {
    this.#head.headers['content-type'] = type;
  }

  setMetadata(metadata: Record<string, unknown>): void {
    this.#head = toHead(metadata);
  }

  addCredit(bytes: number): void {
    this.#credit += bytes;
    if (this.#credit <= 0) return;
    const proceed = this.#waiting;
    this.#waiting = undefined;
    proceed?.();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#pending.push(chunk);
    this.#credit -= chunk.byteLength;
    this.#schedule();
    if (this.#credit > 0) done();
    else this.#waiting = done;
  }

  override _final(done: () => void): void {
    this.#flush(true);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    done(error);
  }

  /** What is written within one turn goes as one message; the turn's end is soon enough for a first byte. */
  #schedule(): void {
    this.#scheduled ??= setImmediate(() => this.#flush(false));
  }

  #flush(end: boolean): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    const data = this.#pending.length > 0 ? joined(this.#pending) : undefined;
    this.#pending = [];
    const head = this.#headSent ? undefined : this.#head;
    this.#headSent = true;
    this.#post(
      { type: 'stream', ...(head ? { head } : {}), ...(data ? { data } : {}), ...(end ? { end } : {}) },
      data ? [data.buffer] : [],
    );
  }
}

/** A copy with a buffer of its own, which can be transferred. */
function joined(chunks: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(new ArrayBuffer(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)));
  let at = 0;
  for (const chunk of chunks) {
    data.set(chunk, at);
    at += chunk.byteLength;
  }
  return data;
}
