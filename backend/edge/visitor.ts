import { cookies } from '@tessera/contracts/wire-names.ts';
import type { ViewerRequest } from './viewer-event.ts';

const pattern = /^[0-9a-z]{20,24}$/;

/** The id a visitor came with. It says nothing of them, and decides their bucket of each rollout. */
export function visitorOf(request: ViewerRequest): string | undefined {
  const present = request.cookies[cookies.bucket]?.value;
  return present !== undefined && pattern.test(present) ? present : undefined;
}

/** A random id for a visitor who has none yet. */
export function newVisitor(): string {
  let id = '';
  while (id.length < 22) id += Math.random().toString(36).slice(2, 13);
  return id.slice(0, 22);
}

export const visitorCookieAttributes = 'Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax';
