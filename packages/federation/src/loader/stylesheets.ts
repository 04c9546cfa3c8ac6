import type { BootRemote } from '@tessera/contracts/boot.ts';
import { styleOfAttribute } from '@tessera/contracts/elements.ts';
import { type RemoteFailure, RemoteLoadError } from './failure.ts';

type Sheet = BootRemote['css'][number];

export interface StylesheetOptions {
  page: Document;
  timeoutMs: number;
  /** Sheets on their way, by address: a remote that has a page and a panel asks for its own twice at once. */
  linking: Map<string, Promise<void>>;
  /** Why a file did not arrive as promised. */
  why(file: Sheet): Promise<RemoteFailure['reason']>;
}

/** Links a remote's stylesheets with their hashes, once; settles when they apply, so that nothing is shown bare. */
export async function linkStylesheets(remote: Pick<BootRemote, 'css'>, options: StylesheetOptions): Promise<void> {
  await Promise.all(remote.css.map((sheet) => link(sheet, options)));
}

const isInDocument = (sheet: Sheet, page: Document): boolean =>
  [...page.querySelectorAll(`style[${styleOfAttribute}]`)].some(
    (style) => style.getAttribute(styleOfAttribute) === sheet.url,
  );

function link(sheet: Sheet, options: StylesheetOptions): Promise<void> {
  const { page, linking } = options;
  if (isInDocument(sheet, page)) return Promise.resolve();
  const url = new URL(sheet.url, page.baseURI).href;
  // A link that has no sheet yet is not to be taken for one that was refused.
  const underWay = linking.get(url);
  if (underWay) return underWay;
  const known = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].find(({ href }) => href === url);
  if (known?.sheet) return Promise.resolve();
  // The document's own link stays without a sheet where its bytes were refused.
  known?.remove();
  const linked = add(sheet, url, options).finally(() => linking.delete(url));
  linking.set(url, linked);
  return linked;
}

function add(sheet: Sheet, url: string, { page, timeoutMs, why }: StylesheetOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = page.createElement('link');
    const fail = (reason: RemoteFailure['reason'], message: string): void => {
      clearTimeout(timer);
      element.remove();
      reject(new RemoteLoadError(reason, message));
    };
    const timer = setTimeout(() => fail('timeout', `${url} took longer than ${timeoutMs} ms`), timeoutMs);
    element.rel = 'stylesheet';
    element.crossOrigin = 'anonymous';
    element.integrity = sheet.integrity;
    element.href = url;
    element.onload = () => {
      clearTimeout(timer);
      resolve();
    };
    element.onerror = () =>
      void why(sheet).then((reason) => fail(reason === 'evaluation' ? 'network' : reason, `${url} did not load`));
    page.head.append(element);
  });
}
