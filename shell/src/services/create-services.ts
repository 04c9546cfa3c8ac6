import type { BootDocument } from '@tessera/contracts/boot.ts';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';
import type { Ui } from '../chrome/ui-store.ts';
import { findOwner } from '../composition/routes-of.ts';
import { type AuthStore, createAuthStore } from '../stores/auth-store.ts';
import { createCartStore } from '../stores/cart-store.ts';
import { createCatalogStore } from '../stores/catalog-store.ts';
import { createOfflineStore, type OfflineStore } from '../stores/offline-store.ts';
import { createPricingStore } from '../stores/pricing-store.ts';
import { createUnansweredWrites } from '../stores/unanswered-writes.ts';
import { createCartQueue, type CartQueue } from '../waiting/cart-queue.ts';
import { createApiFailures } from './api-failures.ts';
import { createNavigation } from './navigation.ts';
import { sendBeacon } from './send-beacon.ts';
import { createShellFetch } from './shell-fetch.ts';
import { createSliceVersions, type SliceVersions } from './slice-versions.ts';
import { createTelemetry, type Telemetry } from './telemetry.ts';

export interface ShellRuntime {
  services: ShellServices;
  auth: AuthStore;
  offline: OfflineStore;
  telemetry: Telemetry;
  /** Changes of the cart that wait for the network. */
  waiting: CartQueue;
  /** Told of what runs in place of what the document pinned. */
  sliceVersions: SliceVersions;
}

const telemetryMs = { delayMs: 5_000, urgentDelayMs: 500, patienceMs: 15_000 };

/** Everything a remote gets from the shell, made once per document. */
export function createServices(boot: BootDocument, ui: Ui): ShellRuntime {
  let moved = false;
  const newKey = (): string => Math.random().toString(36).slice(2, 10);
  const sliceVersions = createSliceVersions(boot);
  const fetchApi = createShellFetch({
    fetch: (request) => fetch(request),
    origin: location.origin,
    releaseSetId: boot.releaseSet.id,
    sliceOf: sliceVersions.refOf,
    onSignedOut: () => auth.expire(),
    onReleaseMoved: () => {
      moved = true;
    },
    onPageView: (token) => telemetry.admit(token),
    onFailed: createApiFailures(boot, {
      telemetry: () => telemetry,
      isOnline: () => offline.service.get().online,
    }),
  });
  const auth = createAuthStore({
    fetch: fetchApi,
    assign: (url) => location.assign(url),
    currentUrl: () => location.pathname + location.search,
    locale: boot.locale,
    forget: () => {
      unanswered.clear();
      return waiting.forget();
    },
  });
  const pricing = createPricingStore(boot, (cookie) => {
    document.cookie = cookie;
  });
  const offline = createOfflineStore(window, () => localStorage);
  const telemetry = createTelemetry({
    releaseSetId: boot.releaseSet.id,
    override: boot.override !== undefined,
    send: sendBeacon,
    ...telemetryMs,
  });
  const unanswered = createUnansweredWrites(() => sessionStorage, Date.now);
  const cart = createCartStore({
    fetch: fetchApi,
    pricing,
    newKey: () => crypto.getRandomValues(new Uint32Array(4)).join('-'),
    openDrawer: () => ui.open('cart'),
    queue: () => waiting.open(),
    hasWaiting: () => offline.service.get().queuedWrites > 0,
    unanswered,
  });
  const waiting = createCartQueue({ tenantId: boot.tenant.id, auth, cart, offline, storage: () => localStorage });
  const navigation = createNavigation({
    window,
    tenantName: boot.tenant.name,
    isInDocument: (pathname) => findOwner(boot, pathname) !== undefined,
    hasMoved: () => moved,
    announce: ui.announce,
    newKey,
  });
  return {
    auth,
    offline,
    telemetry,
    waiting,
    sliceVersions,
    services: {
      contract: boot.contract,
      boot,
      auth: auth.service,
      cart: cart.service,
      catalog: createCatalogStore(() => localStorage),
      pricing,
      offline: offline.service,
      navigation,
      fetch: fetchApi,
      toast: ui.toast,
      telemetry,
    },
  };
}
