import type { DocumentAnswer } from '../document/document.ts';
import { noOverrideCookie } from '../registry/override/cookie.ts';
import type { InForce } from '../registry/override/in-force.ts';

/**
 * The answer to a request that brought a token: nobody keeps it. A page with the override is loaded again when that ends;
 * a token that is worth nothing any more is taken away.
 */
export function unshared(answer: DocumentAnswer, override: InForce | undefined, now: Date): DocumentAnswer {
  const headers: Record<string, string> = { ...answer.headers, 'cache-control': 'private, no-store' };
  if (!override) return { ...answer, headers: { ...headers, 'set-cookie': noOverrideCookie } };
  if (answer.until === undefined) return { ...answer, headers };
  const seconds = Math.ceil((Date.parse(answer.until) - now.getTime()) / 1000);
  return { ...answer, headers: { ...headers, refresh: String(Math.max(1, seconds)) } };
}
