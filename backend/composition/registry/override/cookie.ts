import { cookies } from '@tessera/contracts/http.ts';
import { hostCookie } from '../../../platform/host-cookie.ts';

export const overrideCookie = (token: string, maxAgeSeconds: number): string =>
  hostCookie(cookies.override, token, maxAgeSeconds);

export const noOverrideCookie = overrideCookie('', 0);
