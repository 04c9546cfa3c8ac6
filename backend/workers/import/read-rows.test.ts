import { expect, test } from 'vitest';
import { UnreadableFileError, type FileRow } from './file-row.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';

async function* inChunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(rows: AsyncIterable<FileRow>): Promise<FileRow[]> {
  const found: FileRow[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
const csv = (text: string, size = 7) => all(readCsv(inChunks(text, size)));
const ndjson = (text: string, size = 7) => all(readNdjson(inChunks(text, size)));
const cells = (rows: FileRow[]) => rows.map((row) => (row.ok ? row.cells : row.message));

test.each([1, 3, 64])(
  'quotes, line breaks in cells and letters of several bytes survive chunks of %i',
  async (size) => {
    const text = '\uFEFFtitle,makers\r\n"a ""b"", c",GrandPré\r\n"two\nlines",山田\r\n';
    expect(await csv(text, size)).toEqual([
      { ok: true, row: 2, cells: { title: 'a "b", c', makers: 'GrandPré' } },
      { ok: true, row: 3, cells: { title: 'two\nlines', makers: '山田' } },
    ]);
  },
);

test.each([
  ['title;makers\nA, b;C\n', { title: 'A, b', makers: 'C' }],
  ['title\tmakers\nA, b\tC\n', { title: 'A, b', makers: 'C' }],
])('the header tells what parts the columns', async (text, expected) => {
  expect(cells(await csv(text, 64))).toEqual([expected]);
});

test('a row of another width is told apart from the others', async () => {
  expect(cells(await csv('a,b\n1,2\n3\n4,5,6\n7,8\n'))).toEqual([
    { a: '1', b: '2' },
    'has 1 columns where the header has 2',
    'has 3 columns where the header has 2',
    { a: '7', b: '8' },
  ]);
});

test('a quote that is never closed ends the file', async () => {
  await expect(csv(`a,b\n1,2\n"3,${'x'.repeat(300_000)}`, 4096)).rejects.toThrow(UnreadableFileError);
});

test.each(['', '\n\n', 'title,makers\n'])('a file without rows has none (%j)', async (text) => {
  expect(await csv(text)).toEqual([]);
});

test('objects of lines, lists as words, and what is no object', async () => {
  const text = '{"title":"A","makers":["B","C"],"year":1999,"x":null}\n\n[1]\n{broken\n{"title":"Z"}';
  expect(await ndjson(text)).toEqual([
    { ok: true, row: 1, cells: { title: 'A', makers: 'B; C', year: '1999', x: '' } },
    { ok: false, row: 3, message: 'is no JSON object' },
    { ok: false, row: 4, message: 'is no JSON object' },
    { ok: true, row: 5, cells: { title: 'Z' } },
  ]);
});
