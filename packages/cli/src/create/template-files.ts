import path from 'node:path';
import type { FileSystem } from '../io/ports.ts';

export interface Naming {
  /** `mfe-hello`. */
  remote: string;
  /** Address of its page. */
  route: string;
}

/** Files of a folder by their path, below it. */
export type Files = ReadonlyMap<string, string>;

/** What is made and not written: left behind where a remote's source is copied. */
const made = /(?:^|\/)(?:node_modules|dist[^/]*|\.cache|\.git)(?:\/|$)/;

export async function readTree(fs: FileSystem, folder: string): Promise<Files> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !made.test(file))
    .sort();
  return new Map(
    await Promise.all(paths.map(async (file) => [file, await fs.readFile(path.join(folder, file), 'utf8')] as const)),
  );
}

/** The template under the remote's own name and address. npm leaves `.gitignore` out of packages, so it has another name there. */
export const named = (files: Files, { remote, route }: Naming): Files =>
  new Map(
    [...files].map(([file, text]) => [
      file.replace(/^_/, '.'),
      text.replaceAll('mfe-example', remote).replaceAll("'/example'", `'${route}'`),
    ]),
  );
