/** A `__Host-` cookie: for this host alone, never readable by script, never sent by another site's form. */
export const hostCookie = (name: `__Host-${string}`, value: string, maxAgeSeconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=Lax`;
