import type { Accounts } from '../accounts.ts';
import type { SignInService } from '../sign-in.ts';
import type { AttemptThrottle } from '../throttle.ts';
import type { Locale } from '@tessera/contracts/tenant.ts';
import type { IdentityTenant, SendMail } from '../types.ts';
import type { Words } from '../words/words.ts';
import type { PageState } from '../hosted/pages.ts';
import type { PendingStore } from './pending.ts';

export type Step = 'sign-in' | 'sign-up' | 'verify' | 'forgot' | 'reset';

/** What a posted form leads to. */
export type FlowResult =
  | { next: 'show'; step: Step; status: number; state: Partial<PageState>; retryAfterSeconds?: number }
  | { next: 'go'; step: Step }
  | { next: 'finish'; sub: string };

/** One sign-in in progress, as the provider knows it. */
export interface FlowContext {
  uid: string;
  clientId: string;
  tenant: IdentityTenant;
  address: string;
  language: Locale;
  words: Words;
}

export interface FlowDependencies {
  signIn: SignInService;
  accounts: Accounts;
  /** Puts a new account into the shop's own group. */
  admit: (username: string, tenantId: string) => Promise<void>;
  throttle: AttemptThrottle;
  pending: PendingStore;
  sendMail: SendMail;
}

export type Flow = (context: FlowContext, form: URLSearchParams) => Promise<FlowResult>;
