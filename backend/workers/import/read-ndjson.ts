import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { FileRow } from './file-row.ts';

/** Reads one JSON object per line; lists become lists of words, as a cell would hold them. */
export async function* readNdjson(file: AsyncIterable<Uint8Array>): AsyncGenerator<FileRow> {
  const lines = createInterface({ input: Readable.from(file, { objectMode: false }), crlfDelay: Infinity });
  let row = 0;
  for await (const line of lines) {
    row += 1;
    if (line.trim() !== '') yield toRow(row, line);
  }
}

function toRow(row: number, line: string): FileRow {
  const value = jsonOf(line.replace(/^\uFEFF/, ''));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, row, message: 'is no JSON object' };
  return {
    ok: true,
    row,
    cells: Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, textOf(cell)])),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}
