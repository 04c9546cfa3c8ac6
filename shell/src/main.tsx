// First, because the first layer named is the weakest.
import '@tessera/ui/base.css';
import { shellElementIds } from '@tessera/contracts/elements.ts';
import { shellContractVersion } from '@tessera/contracts/shell-services.ts';
import { readBootDocument } from '@tessera/federation/boot/read-boot-document.ts';
import { createFormats } from '@tessera/remote-kit/i18n/formats.ts';
import { createTranslator, type Translate } from '@tessera/remote-kit/i18n/translator.ts';
import { mountChrome } from './chrome/mount-chrome.tsx';
import type { MessageKey } from './chrome/shell-context.ts';
import { createUi } from './chrome/ui-store.ts';
import { followLinks } from './composition/follow-links.ts';
import { isKeptPage } from './composition/is-kept-page.ts';
import { registerRemotes } from './composition/register-remotes.ts';
import { messages } from './messages.ts';
import { createBlame } from './services/blame.ts';
import { createServices } from './services/create-services.ts';
import { createLocationStore } from './services/location-store.ts';
import { reportErrors } from './services/report-errors.ts';
import { giveWay } from './services/give-way.ts';
import { followNetwork } from './waiting/follow-network.ts';
import { registerServiceWorker, tellReleaseSet } from './services/service-worker.ts';
import { createTurns } from './services/turns.ts';
import { whenSettled } from './services/when-idle.ts';

const toastMs = 6000;
/** So long a page that is given up waits for its session, without which its failure counts for nothing. */
const tellingMs = 1000;

const boot = readBootDocument(document, shellContractVersion);
const ui = createUi({ schedule: (run, ms) => setTimeout(run, ms), toastMs });
// A page may be long in use when its scripts come: each step is a task, and what was typed meanwhile is answered between.
await giveWay();
const { services, auth, offline, telemetry, waiting, sliceVersions } = createServices(boot, ui);
const words: Promise<Translate<MessageKey>> = messages[boot.locale]().then(({ default: compiled }) =>
  createTranslator(boot.locale, compiled),
);

if (await isKeptPage(boot, location, globalThis.caches)) document.getElementById(shellElementIds.status)?.remove();
await giveWay();
const timeoutsMs = { load: 10_000, mount: 20_000, unmount: 4_000 };
const whenTold = () => telemetry.deliver(tellingMs);
const turns = createTurns(boot.page.remote);
registerRemotes({
  ...{ services, words, whenSettled, whenTold, timeoutsMs },
  ...{ runs: sliceVersions.runs, isPage: turns.taken },
});
followLinks(document, services);
tellReleaseSet(boot.releaseSet.id);
reportErrors(window, telemetry.report, createBlame(boot));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') telemetry.flush();
});

const formats = createFormats(boot.locale);
const t = await words;
await giveWay();
mountChrome(document, { services, ui, location: createLocationStore(window), t, formats });
followNetwork(window, { services, auth, waiting, t });
await giveWay();
await Promise.all([auth.refresh(), boot.surface === 'shop' ? services.cart.refresh() : undefined]);
if (services.offline.get().queuedWrites > 0) void waiting.drain();

await whenSettled();
if (boot.surface === 'shop') void waiting.drain();
const { reportVitals } = await import('./services/report-vitals.ts');
reportVitals(telemetry.report, boot.page.routeId, turns);
if (boot.surface === 'shop')
  await registerServiceWorker(offline.offerUpdate).catch((error: unknown) =>
    telemetry.report({
      type: 'error',
      message: `worker: ${String(error)}`.slice(0, 300),
      at: new Date().toISOString(),
    }),
  );
