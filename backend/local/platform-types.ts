import type { RequestListener } from 'node:http';
import type { FunctionSpec } from '../functions.ts';
import type { EdgeCache } from './edge/edge-cache.ts';
import type { KeyValueStore } from './edge/kvs.ts';
import type { MailStore } from './engines/mail-store.ts';
import type { Engines } from './engines/start.ts';
import type { Secrets } from './environment.ts';
import type { LogBook } from './runtime/log-book.ts';
import type { Runtime } from './runtime/runtime.ts';
import type { SliceShelf } from './slice-shelf.ts';

export interface PlatformOptions {
  /** Public port; 0 takes a free one. */
  port: number;
  stateDir: string;
  /** Goes over what the platform makes itself: endpoints of other engines, or of the real services. */
  env?: Readonly<Record<string, string>>;
  environmentsPerFunction?: number;
  /** Hosts answered by somebody else, e.g. `auth.localhost`. */
  handlers?: Readonly<Record<string, RequestListener>>;
  /** Starts what stands on the engines and what functions need to know of, such as sign-in, payment and search. */
  services?(base: PlatformBase): Promise<PlatformServices>;
  functions?: readonly FunctionSpec[];
  /** Holds the bundles. */
  distDir?: string;
  viewerCountry?: string;
  scheduleMs?: number;
}

export interface PlatformBase {
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
  readonly mail: MailStore;
  /** A place of one's own below the state folder. */
  stateOf(...parts: string[]): string;
  urlOf(host: string): string;
}

export interface PlatformServices {
  env?: Readonly<Record<string, string>>;
  handlers?: Readonly<Record<string, RequestListener>>;
  stop?(): Promise<void>;
}

export interface Platform {
  readonly port: number;
  /** What functions are given; everything an SDK client outside of them needs too. */
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
  readonly kvs: KeyValueStore;
  readonly edgeCache: EdgeCache;
  readonly mail: MailStore;
  readonly logs: LogBook;
  readonly runtime: Runtime;
  readonly engines: Engines;
  readonly slices: SliceShelf;
  /** `http://aria.localhost:8080` */
  urlOf(host: string): string;
  /** The function's result; throws what it threw. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Lets `listener` answer a host from now on. */
  handle(host: string, listener: RequestListener): void;
  /** Runs a scheduled function now. */
  runSchedule(name: string): boolean;
  /** Host table and file caches afresh: after a seed, or for a changed build. */
  refresh(): Promise<void>;
  /** Loads changed bundles. */
  reload(name?: string): void;
  /** Starts environments before visitors come. */
  warm(names?: readonly string[]): void;
  stop(): Promise<void>;
}
