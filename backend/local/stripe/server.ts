import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account } from './account.ts';
import { createApiHandler } from './api/handler.ts';
import { balanceTransactionRoutes } from './balance-transactions/routes.ts';
import { chargeRoutes } from './charges/routes.ts';
import { checkoutSessionRoutes } from './checkout-sessions/routes.ts';
import { expireDue } from './checkout-sessions/session.ts';
import { couponRoutes } from './coupons/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import { disputeRoutes } from './disputes/routes.ts';
import { createEventLog } from './events/log.ts';
import { eventRoutes } from './events/routes.ts';
import { createListener } from './listener.ts';
import { createPaymentIntentDataStore } from './payment-intents/data.ts';
import { paymentIntentRoutes } from './payment-intents/routes.ts';
import { createChallengeStore } from './payments/challenges.ts';
import { priceRoutes } from './prices/routes.ts';
import { productRoutes } from './products/routes.ts';
import { refundRoutes } from './refunds/routes.ts';
import { invoiceRoutes } from './invoices/routes.ts';
import { paymentMethodRoutes } from './payment-methods/routes.ts';
import { createSubscriptionDataStore } from './subscriptions/data.ts';
import { runDue } from './subscriptions/cycle.ts';
import { subscriptionRoutes } from './subscriptions/routes.ts';
import { testClockRoutes } from './test-clocks/routes.ts';
import { inTransaction, openDatabase } from './store/database.ts';
import { createObjectStore } from './store/objects.ts';
import { createDeliveries } from './webhooks/deliveries.ts';
import { createPolicyStore } from './webhooks/policy.ts';
import { newEndpoint, webhookEndpointRoutes } from './webhooks/routes.ts';
import { createSecretStore } from './webhooks/secrets.ts';
import { createSender, defaultRetryDelaysMs } from './webhooks/sender.ts';

export interface StripeServerOptions {
  /** SQLite file; without it everything lives in memory. */
  dbPath?: string;
  /** The only API key that is taken, `sk_test_…`. */
  secretKey: string;
  /** Signs webhooks to `webhookUrl`, `whsec_…`. */
  webhookSecret: string;
  webhookUrl: string;
  /** Where browsers reach the pages, e.g. `http://pay.localhost:8080`. */
  publicOrigin: string;
  /** Epoch milliseconds. */
  nowMs?: () => number;
  /** Waits between tries of a webhook; after the last it has failed. */
  retryDelaysMs?: readonly number[];
}

export interface StripeServer {
  /** The API under `/v1`, the payment page under `/c/pay`, the operator's pages under `/operator`. */
  listener: RequestListener;
  /** Listens on loopback by itself, for whoever has no gateway in front; resolves to the port. */
  start(port?: number): Promise<number>;
  /** Waits for webhooks on their way, then closes the file. */
  stop(): Promise<void>;
}

const defaultEndpoint = 'we_default';
const expiryCheckMs = 30_000;

const routes = [
  ...balanceTransactionRoutes,
  ...chargeRoutes,
  ...checkoutSessionRoutes,
  ...couponRoutes,
  ...customerRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...invoiceRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...refundRoutes,
  ...subscriptionRoutes,
  ...testClockRoutes,
  ...webhookEndpointRoutes,
];

/** A Stripe of our own: one account in test mode, kept in one file, that sends signed webhooks until they are taken. */
export function createStripeServer(options: StripeServerOptions): StripeServer {
  const { nowMs = Date.now, retryDelaysMs = defaultRetryDelaysMs, publicOrigin, secretKey } = options;
  const db = openDatabase(options.dbPath);
  const objects = createObjectStore(db);
  const policy = createPolicyStore(db);
  const secrets = createSecretStore(db);
  const deliveries = createDeliveries(db, nowMs, policy.get);
  const now = () => Math.floor(nowMs() / 1000);
  const account: Account = {
    db,
    objects,
    events: createEventLog({ db, objects, deliveries, now }),
    paymentIntentData: createPaymentIntentDataStore(db),
    subscriptionData: createSubscriptionDataStore(db),
    challenges: createChallengeStore(db),
    nowMs,
    now,
    publicOrigin,
  };
  const endpoint = { id: defaultEndpoint, url: options.webhookUrl, enabled_events: ['*'], created: now() };
  inTransaction(db, () => {
    objects.put(newEndpoint(endpoint));
    secrets.set(defaultEndpoint, options.webhookSecret);
  });
  const sender = createSender({ db, deliveries, objects, secretOf: secrets.get, nowMs, retryDelaysMs });
  const expiry = setInterval(() => {
    inTransaction(db, () => {
      expireDue(account);
      runDue(account);
    });
    sender.wake();
  }, expiryCheckMs).unref();
  sender.wake();

  const api = createApiHandler(account, routes, secretKey);
  const listener = createListener({ account, deliveries, policy, api, afterRequest: sender.wake });
  let server: Server | undefined;
  return {
    listener,
    async start(port = 0) {
      const own = (server = createServer(listener));
      await new Promise<void>((resolve, reject) => own.once('error', reject).listen(port, '127.0.0.1', resolve));
      return (own.address() as AddressInfo).port;
    },
    async stop() {
      clearInterval(expiry);
      server?.closeAllConnections();
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
      await sender.stop();
      db.close();
    },
  };
}
