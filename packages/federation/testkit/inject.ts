import type { Page } from 'playwright-core';
import type { FaultName } from './faults.ts';
import { openInterceptor, type Answer, type Rule } from './interceptor.ts';
import { rewriteDocument, type DocumentChange } from './rewrite-document.ts';
import { syntheticEntry } from './synthetic-entry.ts';

export interface Target {
  /** Origin of the shop. */
  shop: string;
  remote: string;
  version: string;
  /** Address of the pinned release's entry. */
  entry: string;
  /** What that is answered with. */
  source: string;
}

export interface Injected {
  /** Takes the fault away. */
  mend(): Promise<void>;
}

const lateMs = 2_000;

/** Brings a fault about in what one page loads from now on. */
export async function inject(page: Page, fault: FaultName, target: Target): Promise<Injected> {
  const interceptor = await openInterceptor(page);
  if (fault === 'storage-full') await page.addInitScript(refuseStorage);
  const rules = rulesOf(fault, target);
  if (rules.length > 0) await interceptor.set(rules);
  return { mend: () => interceptor.clear() };
}

function rulesOf(fault: FaultName, target: Target): Rule[] {
  const { shop, remote, version, entry, source: original } = target;
  const files = new RegExp(`/${escape(remote)}/${escape(version)}/`);
  const entryOnly = new RegExp(`^${escape(entry)}$`);
  const pages = new RegExp(`^${escape(shop)}/(?!api/|files/|media/)`);
  const documentOf = (change: DocumentChange): Rule => ({ url: pages, change: (answer) => rewrite(answer, change) });
  const source = syntheticEntry(fault, original);
  if (source !== undefined)
    return [
      { url: entryOnly, change: (answer) => ({ ...answer, body: Buffer.from(source) }) },
      documentOf({ scripts: { [entry]: source } }),
    ];
  switch (fault) {
    case '503':
      return [{ url: files, change: (answer) => ({ ...answer, status: 503, body: Buffer.from('') }) }];
    case 'hang':
      return [{ url: entryOnly, delayMs: Infinity }];
    case 'slow':
      return [{ url: files, delayMs: lateMs }];
    case 'tampered':
      return [{ url: entryOnly, change: (answer) => ({ ...answer, body: withOneByteChanged(answer.body) }) }];
    case 'wrong-type':
      return [
        {
          url: entryOnly,
          change: (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } }),
        },
      ];
    case 'needs-newer-shell':
      return [documentOf({ shellContract: { [remote]: '^99.0.0' } })];
    default:
      return [];
  }
}

function rewrite(answer: Answer, change: DocumentChange): Answer {
  if (!answer.headers['content-type']?.startsWith('text/html')) return answer;
  const before = { html: answer.body.toString('utf8'), policy: answer.headers['content-security-policy'] ?? '' };
  const { html, policy } = rewriteDocument(before, change);
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': policy }, body: Buffer.from(html) };
}

function withOneByteChanged(body: Buffer): Buffer {
  const changed = Buffer.from(body);
  const at = changed.length - 1;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Every way in which a page or its worker may keep something says that the device is full. */
function refuseStorage(): void {
  const full = (): never => {
    throw new DOMException('The device is full', 'QuotaExceededError');
  };
  Storage.prototype.setItem = full;
  IDBFactory.prototype.open = full;
  Cache.prototype.put = () => Promise.reject(new DOMException('The device is full', 'QuotaExceededError'));
}
