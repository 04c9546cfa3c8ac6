/** `ReadableStream`, as far as a renderer needs one. A part of the realm's script: see `realm.ts`. */
export const streamSource = String.raw`
  /** A stream that is pulled by one reader: what a renderer writes its markup to. */
  class ReadableStream {
    #source;
    #chunks = [];
    #reads = [];
    #state = 'open';
    #error;
    #pulling = false;
    #controller;
    #highWaterMark;
    #locked = false;
    constructor(source = {}, { highWaterMark = 1 } = {}) {
      this.#source = source;
      this.#highWaterMark = highWaterMark;
      const stream = this;
      this.#controller = {
        get desiredSize() { return stream.#state === 'open' ? stream.#highWaterMark - stream.#chunks.length : stream.#state === 'errored' ? null : 0; },
        get byobRequest() { return null; },
        enqueue(chunk) {
          if (stream.#state !== 'open') throw new TypeError('The stream takes nothing more');
          const waiting = stream.#reads.shift();
          if (waiting) waiting.resolve({ value: chunk, done: false });
          else stream.#chunks.push(chunk);
        },
        close() {
          if (stream.#state === 'open') stream.#state = 'closed';
          if (stream.#chunks.length === 0) for (const read of stream.#reads.splice(0)) read.resolve({ value: undefined, done: true });
        },
        error(reason) {
          if (stream.#state === 'errored') return;
          stream.#state = 'errored';
          stream.#error = reason;
          stream.#chunks = [];
          for (const read of stream.#reads.splice(0)) read.reject(reason);
        },
      };
      source.start?.(this.#controller);
    }
    get locked() { return this.#locked; }
    async #pull() {
      if (this.#pulling || this.#state !== 'open' || !this.#source.pull) return;
      this.#pulling = true;
      try { await this.#source.pull(this.#controller); } catch (error) { this.#controller.error(error); } finally { this.#pulling = false; }
      if (this.#reads.length > 0) await this.#pull();
    }
    #read() {
      if (this.#chunks.length > 0) return Promise.resolve({ value: this.#chunks.shift(), done: false });
      if (this.#state === 'errored') return Promise.reject(this.#error);
      if (this.#state === 'closed') return Promise.resolve({ value: undefined, done: true });
      const read = Promise.withResolvers();
      this.#reads.push(read);
      void this.#pull();
      return read.promise;
    }
    getReader() {
      if (this.#locked) throw new TypeError('The stream has a reader');
      this.#locked = true;
      return { read: () => this.#read(), cancel: (reason) => this.cancel(reason), releaseLock: () => { this.#locked = false; } };
    }
    async cancel(reason) {
      this.#state = 'closed';
      this.#chunks = [];
      await this.#source.cancel?.(reason);
    }
    async *[Symbol.asyncIterator]() {
      const reader = this.getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        yield value;
      }
    }
  }
`;
