import { trustedTypesPolicy } from '@tessera/contracts/elements.ts';
import { createHash } from 'node:crypto';

export interface Origins {
  /** The tenant's files. */
  cdn: string;
  /** Object store: presigned downloads and uploads. */
  store: string;
  /** Hosted payment page, which the checkout form may lead to. */
  pay: string;
}

/** What an override adds: scripts, styles and what they ask for, from one more origin. */
function sourcesOf(origin: string | undefined): { files: string; connect: string } {
  if (origin === undefined) return { files: '', connect: '' };
  const { protocol, host } = new URL(origin);
  // Only a server on the same machine is spoken to over a socket: it tells of what was saved.
  return { files: ` ${origin}`, connect: protocol === 'http:' ? ` ${origin} ws://${host}` : ` ${origin}` };
}

/** A hash source of an inline element, over exactly its bytes. */
export const hashSource = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/**
 * The document's policy. Inline elements are allowed by hash and not by nonce, so that the document can be cached;
 * there is nothing `unsafe-` in it. JSON data blocks are no scripts and need no source.
 */
export function contentSecurityPolicy(
  origins: Origins,
  inline: { scripts: readonly string[]; styles: readonly string[] },
  overrideOrigin?: string,
): string {
  const { cdn, store, pay } = origins;
  const also = sourcesOf(overrideOrigin);
  return [
    `default-src 'none'`,
    `script-src 'self' ${cdn} ${inline.scripts.map(hashSource).join(' ')}${also.files}`,
    `style-src 'self' ${inline.styles.map(hashSource).join(' ')}${also.files}`,
    `img-src 'self' data:${also.files}`,
    `font-src 'self'${also.files}`,
    `media-src 'self' ${store}${also.files}`,
    `connect-src 'self' ${cdn} ${store}${also.connect}`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `form-action 'self' ${pay}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${trustedTypesPolicy}`,
  ].join('; ');
}
