/// <reference lib="webworker" />
import { mediaPrefix } from '@tessera/contracts/file-headers.ts';
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { adoptRelease } from './adopt.ts';
import { dataCache, documentCacheOf, mediaCache } from './cache-names.ts';
import { dataOfDocument } from './data-of-document.ts';
import { createDocumentStrategy } from './document-strategy.ts';
import { keepData } from './keep-data.ts';
import { type KeepMessage, readMessage } from './message.ts';
import { bounded, openly, withoutRelease } from './plugins.ts';
import { createReleaseStrategy } from './release-strategy.ts';
import type { WorkerConfig } from './config.ts';

declare const self: ServiceWorkerGlobalScope & { __TESSERA__: WorkerConfig };

const { releaseSet, shell, files } = self.__TESSERA__;
const offlineUrl = '/offline';
const daySeconds = 86_400;

// Typefaces are fetched when a face asks for one; a shop has one of the three.
precacheAndRoute(
  shell.filter(({ url }) => !url.endsWith('.woff2')).map(({ url, integrity }) => ({ url, integrity, revision: null })),
);
cleanupOutdatedCaches();
clientsClaim();

const fontFiles = Object.fromEntries(shell.map(({ url, integrity }) => [url, integrity]));
const releaseFiles = { ...fontFiles, ...files };
const answerFile = createReleaseStrategy({
  releaseSet,
  files: releaseFiles,
  fetch: (...args) => fetch(...args),
  caches,
});
registerRoute(
  ({ url }) => url.href in releaseFiles,
  ({ url }) => answerFile(url.href),
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

const answerDocument = createDocumentStrategy({
  releaseSet,
  offlineUrl,
  maxDocuments: 40,
  onKept: (html) => keepData(caches, self.location.origin, dataOfDocument(html)),
  fetch: (request) => fetch(request),
  caches,
});
registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && !url.pathname.startsWith('/api/'),
  ({ request, event }) => answerDocument(request, (work) => event.waitUntil(work)),
);

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(documentCacheOf(releaseSet))
      .then((cache) => cache.add(new Request(offlineUrl, { cache: 'reload' })))
      // A shop without the page is still worth installing; what was visited opens all the same.
      .catch(() => undefined),
  );
});

self.addEventListener('activate', (event) => {
  // No navigation preload: it would also go out for addresses that the worker leaves alone, and so reach one-time ones
  // (the sign-in hand-off, a download link) twice.
  event.waitUntil(adoptRelease(caches, releaseSet, releaseFiles));
});

self.addEventListener('message', (event) => {
  const message = readMessage(event.data);
  if (message?.type === 'apply-update') void self.skipWaiting();
  if (message?.type === 'keep') event.waitUntil(keepPage(message, (work) => event.waitUntil(work)));
});

/** The page that installed the worker came without it: what it is made of is fetched once more, from the browser's own cache. */
async function keepPage(
  { page, files: used }: KeepMessage,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<void> {
  const own = used.filter((url) => url in releaseFiles).map((url) => answerFile(url));
  await Promise.allSettled([answerDocument(new Request(page), waitUntil), ...own]);
}
