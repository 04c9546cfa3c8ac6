import { trustedTypesPolicy } from '@tessera/contracts/elements.ts';
import type { SetQuestion } from '../sw/message.ts';

const path = '/sw.js';

/** Registers the shop's worker and offers its successors; nothing is replaced under a visitor's hands. */
export async function registerServiceWorker(offer: (apply: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const isFirst = navigator.serviceWorker.controller === null;
  const registration = await navigator.serviceWorker.register(trusted(path));
  if (isFirst) void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(keepMessage()));
  const offerWaiting = (): void => {
    const { waiting } = registration;
    if (waiting && navigator.serviceWorker.controller) offer(() => takeOver(waiting));
  };
  offerWaiting();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offerWaiting);
  });
}

/** Tells the worker which release set this page goes on loading files of, whenever it asks. */
export function tellReleaseSet(releaseSet: string): void {
  navigator.serviceWorker?.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    const question: SetQuestion['type'] = 'which-set';
    if (typeof data === 'object' && data !== null && 'type' in data && data.type === question)
      ports[0]?.postMessage(releaseSet);
  });
}

/** What this page is made of: it was loaded before there was a worker to keep it. */
const keepMessage = () => ({
  type: 'keep',
  page: location.href.split('#')[0] ?? location.href,
  files: performance.getEntriesByType('resource').map(({ name }) => name),
});

function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ type: 'apply-update' });
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The one address that needs the policy: under Trusted Types a worker's is a sink. */
function trusted(url: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return url;
  const policy = factory.createPolicy(trustedTypesPolicy, {
    createScriptURL(candidate) {
      if (candidate !== path) throw new TypeError(`${candidate} is no worker of this shop`);
      return candidate;
    },
  });
  return policy.createScriptURL(url);
}
