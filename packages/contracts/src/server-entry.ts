import type { BootDocument, DataEntry } from './boot.ts';

/** What a page says of itself to crawlers and to the tab. URLs are absolute paths; composition adds the origin. */
export interface Head {
  title: string;
  description?: string;
  canonical?: string;
  robots?: string;
  ogType?: 'website' | 'product' | 'profile' | 'article' | 'music.album' | 'book' | 'video.movie';
  image?: { url: string; width: number; height: number; alt: string };
  /** schema.org objects; prices in them are the shown ones. */
  jsonLd?: readonly Record<string, unknown>[];
}

export interface RenderInput {
  /** Path and search, with the locale prefix. */
  url: string;
  /** Answers for the route's declared data, keyed by `toDataUrl`. */
  data: Readonly<Record<string, DataEntry>>;
  boot: Omit<BootDocument, 'page'>;
  signal: AbortSignal;
}

export interface RenderResult {
  /** 200, 404, or 301/302/308 with `location`. */
  status: number;
  location?: string;
  head: Head;
  /** Markup of the remote's container. No inline script, no `style` attribute: the CSP would kill them. */
  html: string;
}

/**
 * A server entry: one self-contained `server.mjs` in the release, default-exporting this. It has no network and no
 * secrets; all it may know is in its input. A throw or a time-out makes the document fall back to a skeleton. What a
 * tenant's team wrote runs in a realm without Node and with a few interfaces of the web: `docs/releases.md`.
 */
export type ServerEntry = (input: RenderInput) => Promise<RenderResult>;

/** The shell's own server entry: the markup of its roots, which stand beside the remotes' containers. */
export type ShellServerEntry = (input: Pick<RenderInput, 'url' | 'boot'>) => {
  header: string;
  footer: string;
};
