import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface FontFile {
  type: string;
  body: Buffer;
}

const folder = fileURLToPath(new URL('.', import.meta.resolve('@tessera/ui/fonts/fonts.css')));
const types: Readonly<Record<string, string>> = { css: 'text/css; charset=utf-8', woff2: 'font/woff2' };

const files = new Map<string, FontFile>(
  readdirSync(folder).flatMap((name) => {
    const type = types[name.split('.').at(-1) ?? ''];
    return type ? [[name, { type, body: readFileSync(folder + name) }]] : [];
  }),
);

const hash = createHash('sha256');
for (const { body } of files.values()) hash.update(body);
const base = `/assets/${hash.digest('hex').slice(0, 12)}/`;

/** The shops' own typefaces, under a path that names their content. */
export const fontSheet = `${base}fonts.css`;

export const findFontFile = (path: string): FontFile | undefined =>
  path.startsWith(base) ? files.get(path.slice(base.length)) : undefined;
