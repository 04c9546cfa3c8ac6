import { cookies } from '@tessera/contracts/http.ts';

/** For this host alone, and for no script. */
export const overrideCookie = (token: string, maxAgeSeconds: number): string =>
  `${cookies.override}=${token}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=Lax`;

export const noOverrideCookie = overrideCookie('', 0);
