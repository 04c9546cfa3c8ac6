import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import { ownPath, requireFile } from './release-urls.ts';

/** A release's stylesheet as a document brings it along: inlined where its text could be read, else linked. */
export interface PageStyle {
  url: string;
  integrity: string;
  text: string | undefined;
}

export type ReadPageStyles = (releases: readonly ReleaseRecord[]) => Promise<PageStyle[]>;

const keptStyles = 200;

/**
 * Reads stylesheets once per release. The document carries them because a first view waits for them: a link costs a slow
 * phone a connection and a round trip, where the bytes are the same.
 */
export function createReadPageStyles(options: {
  readBlob(integrity: string): Promise<Uint8Array>;
  failed(failure: { url: string; error: unknown }): void;
}): ReadPageStyles {
  const kept = new Map<string, Promise<string | undefined>>();

  async function read(url: string, integrity: string): Promise<string | undefined> {
    try {
      return inlineable(Buffer.from(await options.readBlob(integrity)).toString('utf8'), url);
    } catch (error) {
      kept.delete(keyOf(url, integrity));
      options.failed({ url, error });
      return undefined;
    }
  }

  function textOf(url: string, integrity: string): Promise<string | undefined> {
    const key = keyOf(url, integrity);
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= keptStyles) kept.clear();
    const reading = read(url, integrity);
    kept.set(key, reading);
    return reading;
  }

  return (releases) =>
    Promise.all(
      releases.flatMap((release) =>
        release.css.map(async (path) => {
          const url = ownPath(release, path);
          const { integrity } = requireFile(release, path);
          return { url, integrity, text: await textOf(url, integrity) };
        }),
      ),
    );
}

const keyOf = (url: string, integrity: string): string => `${integrity} ${url}`;

/** What a stylesheet names beside it is told from the document's own address; one that would end its element stays linked. */
export function inlineable(text: string, url: string): string | undefined {
  if (/<\/style/i.test(text)) return undefined;
  return text.replaceAll(/url\((["']?)(?![a-z]+:|\/|#)([^"')]+)\1\)/g, (_, quote: string, file: string) => {
    return `url(${quote}${new URL(file, `http://shop${url}`).pathname}${quote})`;
  });
}
