import type { AuthState } from './api/session.ts';
import type { Cart } from './api/checkout.ts';
import type { BootDocument } from './boot.ts';
import type { Problem } from './http.ts';
import type { TelemetryEvent } from './telemetry.ts';

/** Version of this file, in semver: a shell serves every remote whose range it satisfies. */
export const shellContractVersion = '1.1.0';

/** A value and its changes, in the shape React's `useSyncExternalStore` reads; owned by the shell. */
export interface Store<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

export type CartState = (
  { status: 'loading' } | { status: 'ready'; cart: Cart; pending: boolean } | { status: 'error'; problem: Problem }
) & {
  /** Quantities that were chosen without a network and have not reached the shop, by product id. Since 1.1. */
  waiting?: Readonly<Record<string, number>>;
};

export type CartChange =
  | { ok: true; cart: Cart; waiting?: undefined }
  /** Kept on the device until the network is back. Since 1.1. */
  | { ok: true; waiting: true; cart?: undefined }
  | { ok: false; problem: Problem };

export interface CatalogState {
  /** Works seen in this browser, latest first, at most 24. Kept on the device only. */
  recentlyViewed: readonly { id: string; slug: string; title: string; coverSrc: string }[];
}

export interface PricingState {
  currency: string;
  country: string;
  locale: string;
  taxDisplay: 'inclusive' | 'exclusive';
}

export interface OfflineState {
  online: boolean;
  /** A newer shell is installed and waits for the visitor's word. */
  updateReady: boolean;
  /** Writes that wait for the network. */
  queuedWrites: number;
}

export interface Toast {
  message: string;
  tone?: 'neutral' | 'positive' | 'danger';
  action?: { label: string; run: () => void };
}

/**
 * What the shell gives each remote at mount: the whole of the contract between them at run time, so it is versioned
 * (`shellContractVersion`) and only ever grows within a major. Remotes see it as React contexts from `remote-kit`.
 */
export interface ShellServices {
  contract: string;
  boot: BootDocument;
  auth: Store<AuthState> & { signIn(returnTo?: string): void; signOut(): Promise<void> };
  cart: Store<CartState> & {
    setQuantity(productId: string, quantity: number): Promise<CartChange>;
    refresh(): Promise<void>;
    openDrawer(): void;
  };
  catalog: Store<CatalogState> & { recordView(work: CatalogState['recentlyViewed'][number]): void };
  pricing: Store<PricingState> & { choose(choice: { currency?: string; country?: string }): void };
  offline: Store<OfflineState> & { applyUpdate(): void };
  navigation: {
    /** Goes to a path of any remote. Same document, unless the release set has moved on. */
    navigate(url: string, options?: { replace?: boolean }): void;
    /** Whether the release set has moved on, so that the next page needs a document of its own. Since 1.1. */
    hasMoved?(): boolean;
    /** Says to assistive technology where the visitor now is, and titles the tab. */
    announce(title: string): void;
  };
  /** Same-origin API calls: adds CSRF and release headers, maps a 401 to a signed-out session. */
  fetch(input: string | Request, init?: RequestInit): Promise<Response>;
  toast(toast: Toast): void;
  telemetry: { report(event: TelemetryEvent): void };
}

/** What the shell hands a remote's lifecycles. */
export interface RemoteMountProps {
  services: ShellServices;
  container: HTMLElement;
  /** `main`: the page the address names. `aside`: the panel that stands beside every page (slot `aside` only). */
  place: 'main' | 'aside';
  /** The container still holds the document's markup of this page. */
  hydrate: boolean;
  /** The remote gives its place up: the shell unmounts it and shows the failure card with a retry. */
  onFailure(failure: { reason: 'chunk' | 'render'; error: unknown }): void;
}

/** Default export of a remote's exposed module `./remote`. */
export interface RemoteLifecycles {
  bootstrap(props: RemoteMountProps): Promise<void>;
  /** Settles when the first content stands in the container; says whether server markup was hydrated. */
  mount(props: RemoteMountProps): Promise<{ hydrated: boolean }>;
  /** Always settles. */
  unmount(props: RemoteMountProps): Promise<void>;
}
