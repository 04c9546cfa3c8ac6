const maxLineLength = 64 * 1024;
const lingerMs = 20;

/** What a function prints, line by line: handed on with its answer, or a moment later where none comes. */
export function captureOutput(flush: () => void): { take(): string[] } {
  let lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  for (const stream of [process.stdout, process.stderr]) {
    let rest = '';
    const write = (chunk: string | Uint8Array, ...more: unknown[]): boolean => {
      const parts = (rest + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > maxLineLength) {
        parts.push(rest);
        rest = '';
      }
      lines.push(...parts.filter((line) => line !== ''));
      if (lines.length > 0) timer ??= setTimeout(flush, lingerMs).unref();
      const done = more.at(-1);
      if (typeof done === 'function') process.nextTick(done as () => void);
      return true;
    };
    Object.assign(stream, { write });
  }
  return {
    take() {
      clearTimeout(timer);
      timer = undefined;
      const taken = lines;
      lines = [];
      return taken;
    },
  };
}
