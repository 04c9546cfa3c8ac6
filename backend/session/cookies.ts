import { cookies } from '@tessera/contracts/http.ts';
import { hostCookie } from '../platform/host-cookie.ts';

export const sessionCookie = (value: string, maxAgeSeconds: number) =>
  hostCookie(cookies.session, value, maxAgeSeconds);
export const noSessionCookie = () => hostCookie(cookies.session, '', 0);
export const signInCookie = (value: string, maxAgeSeconds: number) => hostCookie(cookies.signIn, value, maxAgeSeconds);
export const noSignInCookie = () => hostCookie(cookies.signIn, '', 0);
/** An override was made for one person, and this browser is about to be another's or nobody's. */
export const noOverrideCookie = () => hostCookie(cookies.override, '', 0);
