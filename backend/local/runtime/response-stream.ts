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
    this.#send([chunk], done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(
      chunks.map(({ chunk }) => chunk),
      done,
    );
  }

  override _final(done: () => void): void {
    this.#sendHead();
    this.#post({ type: 'end' });
    done();
  }

  #send(chunks: Buffer[], done: () => void): void {
    this.#sendHead();
    const size = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    const data = new Uint8Array(new ArrayBuffer(size));
    let at = 0;
    for (const chunk of chunks) {
      data.set(chunk, at);
      at += chunk.byteLength;
    }
    this.#credit -= size;
    this.#post({ type: 'chunk', data }, [data.buffer]);
    if (this.#credit > 0) done();
    else this.#waiting = done;
  }

  #sendHead(): void {
    if (this.#headSent) return;
    this.#headSent = true;
    this.#post({ type: 'head', head: this.#head });
  }
}
