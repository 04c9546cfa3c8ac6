import type { BootRemote } from '@tessera/contracts/boot.ts';
import { styleOfAttribute } from '@tessera/contracts/elements.ts';
import { type RemoteFailure, RemoteLoadError } from './failure.ts';

type Sheet = BootRemote['css'][number];

export interface StylesheetOptions {
  page: Document;
  timeoutMs: number;
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

function link(sheet: Sheet, { page, timeoutMs, why }: StylesheetOptions): Promise<void> {
  const { integrity } = sheet;
  if (isInDocument(sheet, page)) return Promise.resolve();
  const url = new URL(sheet.url, page.baseURI).href;
  const known = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].find(({ href }) => href === url);
  if (known?.sheet) return Promise.resolve();
  // The document's own link stays without a sheet where its bytes were refused.
  known?.remove();
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
    element.integrity = integrity;
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
