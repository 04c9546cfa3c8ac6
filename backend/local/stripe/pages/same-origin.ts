import type { IncomingMessage } from 'node:http';

/** Whether a form was sent from our own pages (or by no browser at all), so that no other site can press a button. */
export function isOwnForm(request: IncomingMessage, publicOrigin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  return origin === undefined || origin === publicOrigin;
}
