export type OverrideOrigin = { ok: true; origin: string } | { ok: false; reason: 'malformed' | 'insecure' | 'own' };

/** What a host may be spelled with: it is written into a policy, where `*` and `;` mean something. */
const plainHost = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Where an override's files may come from: an origin and nothing behind it, by https, or by http on the developer's own
 * machine. Never the shop's or the platform's own, whose answers the page trusts already.
 *
 * @param own hosts of the shop and the platform, without ports; what stands below one is its own too
 */
export function parseOverrideOrigin(text: string, own: readonly string[]): OverrideOrigin {
  if (!URL.canParse(text)) return { ok: false, reason: 'malformed' };
  const url = new URL(text);
  // Also without credentials, a path, a query: an origin says nothing else.
  if (url.origin !== text || !plainHost.test(url.hostname)) return { ok: false, reason: 'malformed' };
  const isLoopback = loopback.has(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) return { ok: false, reason: 'insecure' };
  const isOwn = !isLoopback && own.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return isOwn ? { ok: false, reason: 'own' } : { ok: true, origin: url.origin };
}
