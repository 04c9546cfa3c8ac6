import type { Readable } from 'node:stream';

const maxLineLength = 64 * 1024;

/** Hands on whole lines; a line that never ends is cut. */
export function lineReader(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) {
      lines.push(rest);
      rest = '';
    }
    for (const line of lines) if (line !== '') onLine(line);
  });
}
