import type { TenantTheme } from '@tessera/contracts/tenant.ts';

/** A shop as the hosted pages need to know it. */
export interface IdentityTenant {
  id: string;
  name: string;
  /** The shop's face; without one the pages wear the platform's. */
  theme?: TenantTheme;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands a mail to whatever sends mail. */
export type SendMail = (mail: Mail) => Promise<void>;

export interface Account {
  /** Cognito's `sub`. */
  sub: string;
  username: string;
  email: string;
  name: string;
  groups: readonly string[];
}
