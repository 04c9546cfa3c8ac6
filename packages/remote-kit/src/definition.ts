import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import type { Problem } from '@tessera/contracts/http.ts';
import type { Head } from '@tessera/contracts/server-entry.ts';
import type { Locale } from '@tessera/contracts/tenant.ts';
import type { ComponentType, ReactNode } from 'react';
import type { CompiledMessages } from './i18n/messages.ts';
import type { HeadInput } from './router/head.ts';

/** What a page's file exports: the component, and what it says of itself to the tab and to crawlers. */
export interface PageModule {
  default: ComponentType;
  head?: (input: HeadInput) => Head;
}

/** A page. `id` is the manifest's route id; exactly one of `lazy` and `page`. */
export type RemoteRoute = LazyRoute | { id: string; page: PageModule; lazy?: never; messages?: never };

interface LazyRoute {
  id: string;
  lazy: () => Promise<PageModule>;
  /**
   * Messages of this page that the remote's other pages need not wait for, fetched beside its code. Their files are
   * named `<group>.<locale>.messages.json`; `<locale>.messages.json` is preloaded with every page.
   */
  messages?: MessageLoaders;
  page?: never;
}

export type MessageLoaders = Partial<Record<Locale, () => Promise<{ default: CompiledMessages }>>>;

export interface RemoteDefinition {
  manifest: RemoteManifest;
  routes: readonly RemoteRoute[];
  /** Messages by locale, each `() => import('./messages/<locale>.messages.json')`. `en` stands in for what is missing. */
  messages: MessageLoaders;
  /** The panel of a remote in slot `aside`: stands beside every page and outlives navigation. */
  aside?: () => Promise<{ default: ComponentType }>;
  /** Stands around every page of the remote, e.g. the console's navigation. Gets the page as `children`. */
  layout?: ComponentType<{ children: ReactNode }>;
  /** Replaces the kit's plain view of a problem answered by the API (404, 403, 429 …). */
  problemView?: ComponentType<ProblemViewProps>;
}

export interface ProblemViewProps {
  problem: Problem;
  retry(): void;
}
