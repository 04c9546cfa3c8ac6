import type { BootRemote } from '@tessera/contracts/boot.ts';
import { RemoteLoadError } from './failure.ts';

/** Links a remote's stylesheet with its hash, once; settles when it applies, so that nothing is shown bare. */
export async function linkStylesheets(page: Document, remote: BootRemote, timeoutMs: number): Promise<void> {
  await Promise.all(remote.css.map((sheet) => link(page, sheet, timeoutMs)));
}

function link(page: Document, { url, integrity }: BootRemote['css'][number], timeoutMs: number): Promise<void> {
  for (const known of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (known.href === url) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const element = page.createElement('link');
    const fail = (message: string): void => {
      element.remove();
      reject(new RemoteLoadError('network', message));
    };
    const timer = setTimeout(() => fail(`${url} took longer than ${timeoutMs} ms`), timeoutMs);
    element.rel = 'stylesheet';
    element.crossOrigin = 'anonymous';
    element.integrity = integrity;
    element.href = url;
    element.onload = () => {
      clearTimeout(timer);
      resolve();
    };
    element.onerror = () => {
      clearTimeout(timer);
      fail(`${url} did not load`);
    };
    page.head.append(element);
  });
}
