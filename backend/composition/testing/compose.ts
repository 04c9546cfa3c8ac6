import { BootDocument } from '@tessera/contracts/boot.ts';
import type { Head } from '@tessera/contracts/server-entry.ts';
import { z } from 'zod';
import { composeDocument } from '../document/compose.ts';
import { createReadPageStyles } from '../document/page-styles.ts';
import type { FirstPaint } from '../document/first-paint.ts';
import type { Subject } from '../document/subject.ts';
import type { LiveSet } from '../registry/load-set.ts';
import { aLiveSet } from './live-set.ts';
import { parsePage } from './parse-page.ts';
import { aTenant } from './tenant.ts';

export const renderedAs = (html: string, more: { head?: Head; status?: 200 | 404 } = {}): FirstPaint => ({
  kind: 'rendered',
  page: { status: more.status ?? 200, head: more.head ?? { title: 'A page' }, html },
  data: {},
});

export interface ComposeForTest {
  paint?: FirstPaint;
  subject?: Subject;
  view?: string;
  live?: LiveSet;
  /** By default every stylesheet says which file it is. */
  readBlob?(integrity: string): Promise<Uint8Array>;
  /** False leaves the body unread. */
  read?: boolean;
}

const styleOf = (integrity: string) => Promise.resolve(Buffer.from(`/*${integrity}*/a{background:url(./a.woff2)}`));

const ImportMap = z.object({ imports: z.object({}), integrity: z.record(z.string(), z.string()) });

/** Composes a document of a small shop and parses it as a browser would. */
export async function composeForTest(path: string, options: ComposeForTest = {}) {
  let asked = false;
  const answer = await composeDocument(
    {
      tenant: aTenant(),
      live: options.live ?? aLiveSet(),
      url: new URL(path, 'http://aria.localhost:8080'),
      viewHeader: options.view,
      origins: {
        cdn: 'http://cdn.aria.localhost:8080',
        store: 'http://s3.localhost:8080',
        pay: 'http://pay.localhost:8080',
      },
    },
    {
      firstPaint: () => Promise.resolve(options.paint ?? { kind: 'skeleton', reason: 'signed-in', data: {} }),
      findSubject: () => Promise.resolve(options.subject),
      readStyles: createReadPageStyles({
        readBlob: (integrity) => (options.readBlob ?? styleOf)(integrity),
        failed: () => undefined,
      }),
      chrome: (_, { boot }) => {
        asked = true;
        return Promise.resolve({ header: `<header>${boot.tenant.id}</header>`, footer: '<footer></footer>' });
      },
    },
  );
  const parts: string[] = [];
  if (options.read !== false) for await (const part of answer.body) parts.push(part);
  const html = parts.join('');
  const page = parsePage(html);
  const dataOf = (match: (attrs: Record<string, string>) => boolean): unknown =>
    JSON.parse(page.find('script').find(({ attrs }) => match(attrs))?.text ?? 'null');
  return {
    answer,
    html,
    page,
    chromeAsked: () => asked,
    get boot(): BootDocument {
      return BootDocument.parse(dataOf(({ id }) => id === 'tessera-boot'));
    },
    get importMap() {
      return ImportMap.parse(dataOf(({ type }) => type === 'importmap'));
    },
  };
}
