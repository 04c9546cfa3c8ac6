import { encode, widthOf, wrap, type Face } from './pdf-text.ts';

const page = { width: 595, height: 842 };

export interface TextOptions {
  size: number;
  face?: Face;
  /** Where the text stands; with `end`, where it ends. */
  x: number;
  end?: boolean;
}

export interface PdfDocument {
  /** Points from the top of the page to where the next line begins. */
  y: number;
  text(text: string, options: TextOptions): void;
  /** Writes below one another; answers how many lines it took. */
  paragraph(text: string, options: TextOptions & { width: number }): number;
  rule(from: number, to: number): void;
  /** Begins a page where less than this is left. */
  need(height: number): void;
  end(): Buffer;
}

/**
 * An A4 document of text in Helvetica and thin rules: all that an invoice is. Written by hand because the libraries
 * read their fonts from files, and a bundle has none; the same calls give the same bytes.
 */
export function createPdf(info: { title: string; author: string; createdAt: Date }): PdfDocument {
  const pages: string[][] = [[]];
  const put = (operator: string) => pages.at(-1)?.push(operator);
  const margin = 56;

  return {
    y: margin,
    text(text, { size, face = 'regular', x, end = false }) {
      const left = end ? x - widthOf(text, face, size) : x;
      const font = face === 'bold' ? '/F2' : '/F1';
      put(`BT ${font} ${size} Tf ${point(left)} ${point(page.height - this.y - size)} Td <${encode(text)}> Tj ET`);
    },
    paragraph(text, { width, ...options }) {
      const lines = wrap(text, options.face ?? 'regular', options.size, width);
      for (const line of lines) {
        this.text(line, options);
        this.y += options.size * 1.35;
      }
      return lines.length;
    },
    rule(from, to) {
      const y = point(page.height - this.y);
      put(`0.5 w 0.7 G ${point(from)} ${y} m ${point(to)} ${y} l S`);
    },
    need(height) {
      if (this.y + height <= page.height - margin) return;
      pages.push([]);
      this.y = margin;
    },
    end: () => assemble(pages, info),
  };
}

const point = (value: number): string => String(Math.round(value * 100) / 100);

function assemble(
  pages: readonly (readonly string[])[],
  info: { title: string; author: string; createdAt: Date },
): Buffer {
  const first = 6;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  const created = info.createdAt.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    fontObject('Helvetica'),
    fontObject('Helvetica-Bold'),
    `<< /Title <${encode(info.title)}> /Author <${encode(info.author)}> /CreationDate (D:${created}Z) >>`,
    ...pages.flatMap((operators, index) => {
      const stream = operators.join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${first + 2 * index + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  return toFile(objects);
}

const fontObject = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

/** Everything is ASCII, so characters are bytes and offsets can be counted in either. */
function toFile(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
