import type { BootRemote } from '@tessera/contracts/boot.ts';
import { shellElementIds } from '@tessera/contracts/elements.ts';
import { type RemoteMountProps, shellContractVersion, type ShellServices } from '@tessera/contracts/shell-services.ts';
import { createBreakers } from '@tessera/federation/breaker/breakers.ts';
import { createLoader } from '@tessera/federation/loader/create-loader.ts';
import { createFederation } from '@tessera/federation/loader/federation.ts';
import type { LoadableRelease } from '@tessera/federation/loader/release.ts';
import { createTile, type Tile } from '@tessera/federation/loader/tile.ts';
import { hrefOf } from '@tessera/remote-kit/router/go.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import { registerApplication, setUnmountMaxTime, start } from 'single-spa';
import type { MessageKey } from '../chrome/shell-context.ts';
import { closeContainer, openContainer } from './containers.ts';
import { showFailure } from './failure-card.tsx';
import { createLastGood } from './last-good.ts';
import { findOwner } from './routes-of.ts';
import { shareScope } from './share-scope.ts';
import { showWaiting } from './waiting-view.ts';

export interface CompositionOptions {
  services: ShellServices;
  /** The shell's words; a failure is shown once they are there. */
  words: Promise<Translate<MessageKey>>;
  /** When what is not the page may load. */
  whenSettled(): Promise<void>;
  /** Resolves once what failed has been told, or cannot be for now. */
  whenTold(): Promise<void>;
  /** A release is about to run. */
  runs(release: LoadableRelease): void;
  /** A release of a remote became the page, or was to. */
  isPage(remote: string, release: string | undefined): void;
  timeoutsMs: { load: number; mount: number; unmount: number };
}

/** Hands each remote of the release set to single-spa: pages by their routes, panels for always. */
export function registerRemotes(options: CompositionOptions): void {
  const { services, timeoutsMs } = options;
  const { boot } = services;
  const loader = createLoader({
    federation: createFederation(shareScope),
    page: document,
    fetch: (...request) => fetch(...request),
    contract: shellContractVersion,
    timeoutMs: timeoutsMs.load,
    isOnline: () => services.offline.get().online,
  });
  const breakers = createBreakers({ storage: () => sessionStorage, now: () => Date.now() });
  const lastGood = createLastGood({
    releaseSet: boot.releaseSet.id,
    worker: () => navigator.serviceWorker?.controller,
    location,
    storage: () => sessionStorage,
  });

  /** What failed here counts for its release, so the page is not left before that was told. */
  const findLastGood = async () => {
    const leave = await lastGood.find();
    return leave && (() => void options.whenTold().then(leave));
  };

  const tileOf = (remote: BootRemote, place: RemoteMountProps['place']): Tile =>
    createTile({
      remote,
      place,
      loader: {
        ...loader,
        load(release) {
          options.runs(release);
          return loader.load(release);
        },
      },
      breakers,
      services,
      openContainer: () => openContainer(document, remote.name, place),
      closeContainer,
      showWaiting: (container) => {
        if (place === 'main') void options.words.then((t) => showWaiting(container, t('loading')));
      },
      showFailure: (container, failure, retry) =>
        void options.words.then((t) => {
          const offline = failure.reason === 'network' && !services.offline.get().online;
          showFailure(container, { failure, offline, home: hrefOf(services, '/'), place, t, retry });
          if (place === 'main') services.navigation.announce(t(offline ? 'offlineTitle' : 'failureTitle'));
        }),
      ...(place === 'aside' ? { ready: options.whenSettled } : boot.override ? {} : { findLastGood }),
      reload: () => location.reload(),
      report(event) {
        services.telemetry.report(event);
        if (place !== 'main' || (event.type !== 'remote-mounted' && event.type !== 'remote-failed')) return;
        options.isPage(remote.name, event.release);
        // A set that ran with a remote from elsewhere has proven nothing.
        if (event.type === 'remote-mounted' && event.ran === 'pinned' && !boot.override) lastGood.approve();
      },
      mountTimeoutMs: timeoutsMs.mount,
      unmountTimeoutMs: timeoutsMs.unmount,
    });

  const tiles: Tile[] = [];
  const panels: Tile[] = [];
  setUnmountMaxTime(timeoutsMs.unmount * 2, true);
  const speaksItself = createDocumentWord(boot.page.remote);
  for (const remote of Object.values(boot.releaseSet.remotes)) {
    if (remote.routes.length > 0) {
      const tile = tileOf(remote, 'main');
      tiles.push(tile);
      register(remote.name, tile, (address) => !speaksItself(address) && findOwner(boot, address.pathname) === remote);
    }
    if (remote.slot === 'aside') {
      const panel = tileOf(remote, 'aside');
      panels.push(panel);
      register(`${remote.name}:aside`, panel, () => true);
    }
  }
  window.addEventListener('popstate', () => {
    for (const tile of tiles) tile.navigated();
  });
  window.addEventListener('online', () => {
    for (const tile of [...tiles, ...panels]) tile.reconnected();
  });
  leaveStatusOnNavigation(services);
  start({ urlRerouteOnly: true });
}

function register(name: string, tile: Tile, activeWhen: (location: Location) => boolean): void {
  const lifecycles = { bootstrap: () => Promise.resolve(), mount: () => tile.mount(), unmount: () => tile.unmount() };
  registerApplication({ name, app: () => Promise.resolve(lifecycles), activeWhen });
}

/** A document that says itself what is the matter (offline, 404) is not talked over before its visitor goes on. */
function createDocumentWord(remote: string | undefined): (address: Location) => boolean {
  const said = remote === undefined && document.getElementById(shellElementIds.status) ? location.href : undefined;
  return ({ href }) => href === said;
}

/** The document's own word (a 404) gives way to the first page; an address nobody answers needs its document. */
function leaveStatusOnNavigation({ boot }: ShellServices): void {
  window.addEventListener('popstate', () => {
    const status = document.getElementById(shellElementIds.status);
    if (findOwner(boot, location.pathname)) status?.remove();
    else location.reload();
  });
}
