import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { ChunkSigner } from './sigv4.ts';

/** The body is not what its signature or its framing says. */
export class BodyRefused extends Error {}

const maxHeaderBytes = 8 * 1024;

/** Takes `aws-chunked` framing off a body; where chunks are signed, each must fit the chain. */
export class AwsChunkedDecoder extends Transform {
  #rest: Buffer = Buffer.alloc(0);
  #left = 0;
  #state: 'size' | 'data' | 'data-end' | 'trailer' = 'size';
  #sign: ChunkSigner | undefined;
  #previous: string | undefined;
  #expected: string | undefined;
  #hash = createHash('sha256');

  constructor(sign?: ChunkSigner) {
    super();
    this.#sign = sign;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    try {
      while (this.#step());
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    done(this.#state === 'trailer' ? null : new BodyRefused('the body ends before its last chunk'));
  }

  /** One step of the framing; false once more bytes are needed. */
  #step(): boolean {
    if (this.#state === 'trailer') {
      this.#rest = Buffer.alloc(0);
      return false;
    }
    if (this.#state === 'data') return this.#takeData();
    const end = this.#rest.indexOf('\r\n');
    if (end < 0) {
      if (this.#rest.length > maxHeaderBytes) throw new BodyRefused('a chunk header never ends');
      return false;
    }
    const line = this.#rest.subarray(0, end).toString('latin1');
    this.#rest = this.#rest.subarray(end + 2);
    if (this.#state === 'data-end') this.#endChunk(line);
    else this.#startChunk(line);
    return true;
  }

  #startChunk(line: string): void {
    const match = /^([0-9a-f]{1,16})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(line);
    if (!match) throw new BodyRefused('a chunk header is malformed');
    this.#left = parseInt(match[1] ?? '0', 16);
    this.#expected = match[2];
    if (this.#left > 0) this.#state = 'data';
    else {
      this.#checkSignature();
      this.#state = 'trailer';
    }
  }

  #takeData(): boolean {
    if (this.#rest.length === 0) return false;
    const data = this.#rest.subarray(0, this.#left);
    this.#rest = this.#rest.subarray(data.length);
    this.#left -= data.length;
    if (this.#sign) this.#hash.update(data);
    this.push(data);
    if (this.#left === 0) this.#state = 'data-end';
    return true;
  }

  #endChunk(line: string): void {
    if (line !== '') throw new BodyRefused('a chunk is longer than it says');
    this.#checkSignature();
    this.#state = 'size';
  }

  #checkSignature(): void {
    if (!this.#sign) return;
    const signature = this.#sign(this.#previous, this.#hash.digest('hex'));
    if (signature !== this.#expected) throw new BodyRefused('a chunk does not fit its signature');
    this.#previous = signature;
    this.#hash = createHash('sha256');
  }
}

/** Passes a body on but for its last piece, which follows only if the whole fits the signed hash. */
export class HashedBody extends Transform {
  #expected: string;
  #hash = createHash('sha256');
  #held: Buffer | undefined;

  constructor(expected: string) {
    super();
    this.#expected = expected;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    if (this.#held) this.push(this.#held);
    this.#held = chunk;
    done();
  }

  override _flush(done: TransformCallback): void {
    if (this.#hash.digest('hex') !== this.#expected) done(new BodyRefused('the body does not fit its signed hash'));
    else done(null, this.#held);
  }
}
