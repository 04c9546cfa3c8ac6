/// <reference lib="webworker" />
import { mediaPrefix } from '@tessera/contracts/file-headers.ts';
import { clientsClaim } from 'workbox-core';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { dataCache, documentCacheOf, mediaCache } from './cache-names.ts';
import { dataOfDocument } from './data-of-document.ts';
import { createDocumentStrategy } from './document-strategy.ts';
import { addGoodSet } from './good-sets.ts';
import { installRelease } from './install-release.ts';
import { keepData } from './keep-data.ts';
import { keepNeededSets } from './keep-needed-sets.ts';
import { createLastGoodDocument } from './last-good-document.ts';
import { type KeepMessage, type LastGoodQuestion, readMessage } from './message.ts';
import { findOpenSets } from './open-sets.ts';
import { bounded, openly, withoutRelease } from './plugins.ts';
import { createReleaseStrategy } from './release-strategy.ts';
import { isReleasedFile } from './released-files.ts';
import type { WorkerConfig } from './config.ts';

declare const self: ServiceWorkerGlobalScope & { __TESSERA__: WorkerConfig };

const { releaseSet, shell, files } = self.__TESSERA__;
const offlineUrl = '/offline';
const daySeconds = 86_400;

clientsClaim();

const releaseFiles = { ...Object.fromEntries(shell.map(({ url, integrity }) => [url, integrity])), ...files };
const fileOrigins = new Set(Object.keys(releaseFiles).map((url) => new URL(url).origin));
const isReleased = (url: URL): boolean => isReleasedFile(url, self.location.origin, fileOrigins);
const fetchFile = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);
const answerFile = createReleaseStrategy({ releaseSet, files: releaseFiles, fetch: fetchFile, caches });
registerRoute(
  // A page that asks past all caches wants to know what the network has: why a file was refused, for one.
  ({ url, request }) => isReleased(url) && request.cache !== 'no-store',
  ({ url, event }) => answerFile(url.href, (work) => event.waitUntil(work)),
  'GET',
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(mediaPrefix),
  new CacheFirst({
    cacheName: mediaCache,
    plugins: [openly, bounded({ maxEntries: 200, maxAgeSeconds: 30 * daySeconds })],
  }),
  'GET',
);

registerRoute(
  ({ url, sameOrigin, request }) =>
    sameOrigin && url.pathname.startsWith('/api/public/') && request.headers.get('accept') === 'application/json',
  new NetworkFirst({
    cacheName: dataCache,
    plugins: [withoutRelease, bounded({ maxEntries: 80, maxAgeSeconds: daySeconds })],
  }),
  'GET',
);

const findLastGood = createLastGoodDocument({ caches, isReleased });
const answerDocument = createDocumentStrategy({
  releaseSet,
  offlineUrl,
  maxDocuments: 40,
  findEarlier: (page) => findLastGood(page, releaseSet),
  onKept: (html) => keepData(caches, self.location.origin, dataOfDocument(html)),
  fetch: (request) => fetch(request),
  caches,
});
/** Pages that are to be shown as an earlier set made them, and that set's documents. */
const setBack = new Map<string, Response>();
registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && !url.pathname.startsWith('/api/'),
  ({ request, event }) => {
    const earlier = setBack.get(request.url);
    setBack.delete(request.url);
    return earlier ? Promise.resolve(earlier) : answerDocument(request, (work) => event.waitUntil(work));
  },
);

self.addEventListener('install', (event) => {
  // Typefaces are fetched when a face asks for one; a shop has one of the three.
  const start = shell.filter(({ url }) => !url.endsWith('.woff2'));
  const offline = caches
    .open(documentCacheOf(releaseSet))
    .then((cache) => cache.add(new Request(offlineUrl, { cache: 'reload' })))
    // A shop without the page is still worth installing; what was visited opens all the same.
    .catch(() => undefined);
  event.waitUntil(Promise.all([installRelease({ releaseSet, files: start, fetch: fetchFile, caches }), offline]));
});

self.addEventListener('activate', (event) => {
  // No navigation preload: it would also go out for addresses that the worker leaves alone, and so reach one-time ones
  // (the sign-in hand-off, a download link) twice.
  // What is no longer needed goes later: pages wait for this, and asking them takes its time.
  event.waitUntil(keepNeededSets(caches, { releaseSet, files: releaseFiles, open: undefined }));
});

self.addEventListener('message', (event) => {
  const message = readMessage(event.data);
  if (message?.type === 'apply-update') void self.skipWaiting();
  if (message?.type === 'keep') event.waitUntil(keepPage(message, (work) => event.waitUntil(work)));
  if (message?.type === 'good') event.waitUntil(addGoodSet(caches, message.releaseSet).then(tidyUp));
  if (message?.type === 'last-good') event.waitUntil(prepareSetBack(message, event.ports[0]));
});

async function tidyUp(): Promise<void> {
  const open = await findOpenSets(await self.clients.matchAll({ type: 'window', includeUncontrolled: true }));
  await keepNeededSets(caches, { releaseSet, files: releaseFiles, open });
}

async function prepareSetBack({ page, releaseSet: now }: LastGoodQuestion, asker?: MessagePort): Promise<void> {
  const earlier = await findLastGood(page, now);
  if (earlier) setBack.set(page, earlier);
  asker?.postMessage(earlier !== undefined);
}

/** The page that installed the worker came without it: what it is made of is fetched once more, from the browser's own cache. */
async function keepPage(
  { page, files: used }: KeepMessage,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<void> {
  const own = used.filter((url) => url in releaseFiles).map((url) => answerFile(url, waitUntil));
  await Promise.allSettled([answerDocument(new Request(page), waitUntil), ...own]);
}
