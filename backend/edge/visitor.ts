import { cookies } from '@tessera/contracts/wire-names.ts';
import type { ViewerRequest } from './viewer-event.ts';

const pattern = /^[0-9a-z]{20,24}$/;

/** An id for a visitor who has none yet: random, says nothing of them, and decides their bucket of each rollout. */
export function newVisitorOf(request: ViewerRequest): string | undefined {
  const present = request.cookies[cookies.bucket]?.value;
  if (present !== undefined && pattern.test(present)) return undefined;
  let id = '';
  while (id.length < 22) id += Math.random().toString(36).slice(2, 13);
  return id.slice(0, 22);
}

export const visitorCookieAttributes = 'Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax';
