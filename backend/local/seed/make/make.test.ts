import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { FileRequest } from '../types.ts';
import { compose } from './art/compose.ts';
import { palettes } from './art/palettes.ts';
import { makeFile } from './file.ts';

const song: FileRequest = {
  make: 'music',
  seed: 'a',
  seconds: 2,
  format: 'mp3',
  title: 'One',
  by: 'Two',
  album: 'Three',
  track: 1,
};
const book: FileRequest = {
  make: 'book',
  seed: 'a',
  format: 'epub',
  language: 'en',
  title: 'A <b>',
  by: 'Two',
  chapters: [{ title: 'I & II', paragraphs: ['Once.'] }],
};

test.each<FileRequest>([
  song,
  { ...song, format: 'wav' },
  book,
  { ...book, format: 'pdf' },
  { make: 'film', seed: 'a', seconds: 1, format: 'mp4', title: 'F' },
])('the same request gives the same bytes: $make $format', async (request) => {
  const [first, second] = [await makeFile(request), await makeFile(request)];
  expect(first.bytes.equals(second.bytes)).toBe(true);
});

test('two seeds are two pieces of music', async () => {
  const [first, second] = [await makeFile(song), await makeFile({ ...song, seed: 'b' })];
  expect(first.bytes.equals(second.bytes)).toBe(false);
});

test('an EPUB stores its mimetype first, uncompressed, and escapes its text', async () => {
  const { bytes } = await makeFile(book);
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  const chapter = Buffer.from(unzipSync(bytes)['OEBPS/chapter-1.xhtml'] ?? []).toString();
  expect(chapter).toContain('<h1>I &amp; II</h1><p>Once.</p>');
});

test('files begin with the marks of their formats', async () => {
  const head = async (request: FileRequest) => (await makeFile(request)).bytes.subarray(0, 12).toString('latin1');
  expect(await head(song)).toMatch(/^ID3/);
  expect(await head({ ...song, format: 'wav' })).toMatch(/^RIFF....WAVE/s);
  expect(await head({ ...book, format: 'pdf' })).toMatch(/^%PDF-/);
  expect(await head({ make: 'film', seed: 'a', seconds: 1, format: 'mp4', title: 'F' })).toMatch(/ftyp/);
});

test('a picture is drawn from its request alone, without text that needs a font', () => {
  for (const palette of Object.keys(palettes)) {
    const request = { kind: 'record', seed: 's', title: 'Glass Harbour', by: 'M. L.', palette } as const;
    expect(compose(request)).toEqual(compose(request));
    expect(compose(request).svg).not.toContain('<text');
  }
});

test('a film carries no clock: bytes made seconds apart are the same', async () => {
  const request: FileRequest = { make: 'film', seed: 'clock', seconds: 1, format: 'mp4', title: 'F' };
  const first = await makeFile(request);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect((await makeFile(request)).bytes.equals(first.bytes)).toBe(true);
});
