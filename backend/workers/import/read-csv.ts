import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { UnreadableFileError, type FileRow } from './file-row.ts';

/** A quote that is never closed would make one record of the rest of the file. */
const maxRecordBytes = 256 * 1024;

/** Reads CSV with a header, parted by commas, semicolons or tabs, row by row. */
export async function* readCsv(file: AsyncIterable<Uint8Array>): AsyncGenerator<FileRow> {
  const [head, whole] = await peek(file);
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(head),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: maxRecordBytes,
  });
  const source = Readable.from(whole, { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  let header: string[] | undefined;
  let row = 0;
  try {
    for await (const record of source.pipe(parser) as AsyncIterable<string[]>) {
      row += 1;
      if (header) yield toRow(row, header, record);
      else header = record;
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new UnreadableFileError(`cannot be read from here on: ${cause.message}`, row + 1, { cause });
  }
}

function toRow(row: number, header: readonly string[], record: readonly string[]): FileRow {
  if (record.length !== header.length)
    return { ok: false, row, message: `has ${record.length} columns where the header has ${header.length}` };
  return { ok: true, row, cells: Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])) };
}

/** The beginning of a stream, and the whole of it. */
async function peek(file: AsyncIterable<Uint8Array>): Promise<[string, AsyncIterable<Uint8Array>]> {
  const chunks = file[Symbol.asyncIterator]();
  const first = await chunks.next();
  const start = first.done ? new Uint8Array() : first.value;
  async function* whole() {
    yield start;
    for (let chunk = await chunks.next(); !chunk.done; chunk = await chunks.next()) yield chunk.value;
  }
  return [new TextDecoder().decode(start.subarray(0, 16_384)), whole()];
}

/** The sign that parts the header most often. */
function delimiterOf(head: string): string {
  const [line = ''] = head.split(/\r?\n/, 1);
  const count = (sign: string) => line.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
