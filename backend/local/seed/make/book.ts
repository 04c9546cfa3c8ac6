import { strToU8, zipSync, type Zippable } from 'fflate';
import PDFDocument from 'pdfkit';

export interface Book {
  id: string;
  title: string;
  by: string;
  language: string;
  chapters: readonly { title: string; paragraphs: readonly string[] }[];
}

/** Files carry a fixed date, so that the same book has the same bytes. */
const madeOn = new Date('2026-01-01T00:00:00Z');

/** EPUB 3 with a navigation document and, for older readers, an NCX. */
export function toEpub(book: Book): Buffer {
  const files = book.chapters.map((_, index) => `chapter-${index + 1}.xhtml`);
  const stored = { level: 0, mtime: madeOn } as const;
  const deflated = { level: 6, mtime: madeOn } as const;
  const entries: Zippable = {
    // Readers look for this one first and uncompressed.
    mimetype: [strToU8('application/epub+zip'), stored],
    'META-INF/container.xml': [strToU8(container), deflated],
    'OEBPS/content.opf': [strToU8(packageDocument(book, files)), deflated],
    'OEBPS/nav.xhtml': [strToU8(navigation(book, files)), deflated],
    'OEBPS/toc.ncx': [strToU8(ncx(book, files)), deflated],
    'OEBPS/style.css': [strToU8(style), deflated],
  };
  book.chapters.forEach((chapter, index) => {
    entries[`OEBPS/chapter-${index + 1}.xhtml`] = [
      strToU8(
        page(
          book.language,
          chapter.title,
          `<h1>${escape(chapter.title)}</h1>${chapter.paragraphs.map((text) => `<p>${escape(text)}</p>`).join('')}`,
        ),
      ),
      deflated,
    ];
  });
  return Buffer.from(zipSync(entries, { mtime: madeOn }));
}

/** A PDF of the same text, one chapter a page run. */
export function toPdf(book: Book): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({
      size: 'A5',
      margin: 54,
      info: { Title: book.title, Author: book.by, CreationDate: madeOn, ModDate: madeOn },
    });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.once('end', () => resolve(Buffer.concat(chunks)));
    pdf.once('error', reject);
    pdf
      .font('Times-Bold')
      .fontSize(24)
      .text(book.title, { align: 'center' })
      .moveDown()
      .font('Times-Italic')
      .fontSize(14)
      .text(book.by, { align: 'center' });
    for (const chapter of book.chapters) {
      pdf.addPage().font('Times-Bold').fontSize(16).text(chapter.title).moveDown();
      pdf.font('Times-Roman').fontSize(11);
      for (const text of chapter.paragraphs) pdf.text(text, { align: 'justify', lineGap: 3 }).moveDown(0.6);
    }
    pdf.end();
  });
}

const container = `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;
const style =
  'body{font-family:serif;line-height:1.5;margin:1em}h1{font-size:1.4em;margin:2em 0 1em}p{margin:0;text-indent:1.2em}h1+p{text-indent:0}';

function packageDocument(book: Book, files: readonly string[]): string {
  const items = files
    .map((file, index) => `<item id="c${index + 1}" href="${file}" media-type="application/xhtml+xml"/>`)
    .join('');
  const spine = files.map((_, index) => `<itemref idref="c${index + 1}"/>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:tessera:${escape(book.id)}</dc:identifier><dc:title>${escape(book.title)}</dc:title><dc:creator>${escape(book.by)}</dc:creator><dc:language>${escape(book.language)}</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="css" href="style.css" media-type="text/css"/>${items}</manifest><spine toc="ncx">${spine}</spine></package>`;
}

function navigation(book: Book, files: readonly string[]): string {
  const items = book.chapters
    .map((chapter, index) => `<li><a href="${files[index]}">${escape(chapter.title)}</a></li>`)
    .join('');
  return page(
    book.language,
    book.title,
    `<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><h1>${escape(book.title)}</h1><ol>${items}</ol></nav>`,
  );
}

function ncx(book: Book, files: readonly string[]): string {
  const points = book.chapters
    .map(
      (chapter, index) =>
        `<navPoint id="n${index + 1}" playOrder="${index + 1}"><navLabel><text>${escape(chapter.title)}</text></navLabel><content src="${files[index]}"/></navPoint>`,
    )
    .join('');
  return `<?xml version="1.0" encoding="utf-8"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" content="urn:tessera:${escape(book.id)}"/></head><docTitle><text>${escape(book.title)}</text></docTitle><navMap>${points}</navMap></ncx>`;
}

const page = (language: string, title: string, body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}"><head><title>${escape(title)}</title><link rel="stylesheet" href="style.css"/></head><body>${body}</body></html>`;

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);
