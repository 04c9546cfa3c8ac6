import type { FileRequest } from '../types.ts';
import { toMp3, toWav } from './audio-file.ts';
import { toEpub, toPdf } from './book.ts';
import { toFilm } from './film.ts';
import { playPiece } from './music.ts';

export interface MadeFile {
  bytes: Buffer;
  contentType: string;
  extension: string;
}

/** Makes the file of a request; the same request gives the same bytes. */
export async function makeFile(request: FileRequest): Promise<MadeFile> {
  switch (request.make) {
    case 'music': {
      const samples = playPiece(request.seed, request.seconds);
      const tags = { title: request.title, artist: request.by, album: request.album, track: request.track };
      return request.format === 'mp3'
        ? { bytes: await toMp3(samples, tags), contentType: 'audio/mpeg', extension: 'mp3' }
        : { bytes: toWav(samples, tags), contentType: 'audio/wav', extension: 'wav' };
    }
    case 'book': {
      const book = {
        id: request.seed,
        title: request.title,
        by: request.by,
        language: request.language,
        chapters: request.chapters,
      };
      return request.format === 'epub'
        ? { bytes: toEpub(book), contentType: 'application/epub+zip', extension: 'epub' }
        : { bytes: await toPdf(book), contentType: 'application/pdf', extension: 'pdf' };
    }
    case 'film':
      return { bytes: await toFilm(request.seed, request.seconds), contentType: 'video/mp4', extension: 'mp4' };
    case 'text':
      return request.format === 'txt'
        ? {
            bytes: Buffer.from(`${request.title}\n\n${request.paragraphs.join('\n\n')}\n`),
            contentType: 'text/plain; charset=utf-8',
            extension: 'txt',
          }
        : {
            bytes: await toPdf({
              id: request.title,
              title: request.title,
              by: '',
              language: 'en',
              chapters: [{ title: request.title, paragraphs: request.paragraphs }],
            }),
            contentType: 'application/pdf',
            extension: 'pdf',
          };
  }
}
