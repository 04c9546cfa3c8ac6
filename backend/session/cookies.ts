import { cookies } from '@tessera/contracts/http.ts';

/** `__Host-` cookies: for this host alone, never readable by script, never sent by another site's form. */
const make = (name: string, value: string, maxAgeSeconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=Lax`;

export const sessionCookie = (value: string, maxAgeSeconds: number) => make(cookies.session, value, maxAgeSeconds);
export const noSessionCookie = () => make(cookies.session, '', 0);
export const signInCookie = (value: string, maxAgeSeconds: number) => make(cookies.signIn, value, maxAgeSeconds);
export const noSignInCookie = () => make(cookies.signIn, '', 0);
