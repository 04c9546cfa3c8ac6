import type { DatabaseSync } from 'node:sqlite';
import type { EventLog } from './events/log.ts';
import type { PaymentIntentDataStore } from './payment-intents/data.ts';
import type { ChallengeStore } from './payments/challenges.ts';
import type { SubscriptionDataStore } from './subscriptions/data.ts';
import type { ObjectStore } from './store/objects.ts';

/** The one Stripe account this server keeps: what every resource works on. */
export interface Account {
  db: DatabaseSync;
  objects: ObjectStore;
  events: EventLog;
  paymentIntentData: PaymentIntentDataStore;
  subscriptionData: SubscriptionDataStore;
  challenges: ChallengeStore;
  /** Epoch milliseconds. */
  nowMs(): number;
  /** Epoch seconds, the unit of every time in the API. */
  now(): number;
  /** Where the hosted pages stand, without a trailing slash. */
  publicOrigin: string;
}
