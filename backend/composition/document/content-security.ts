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
): string {
  const { cdn, store, pay } = origins;
  return [
    `default-src 'none'`,
    `script-src 'self' ${cdn} ${inline.scripts.map(hashSource).join(' ')}`,
    `style-src 'self' ${inline.styles.map(hashSource).join(' ')}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `media-src 'self' ${store}`,
    `connect-src 'self' ${cdn} ${store}`,
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
