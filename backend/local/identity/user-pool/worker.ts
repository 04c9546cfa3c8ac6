import { Router } from 'cognito-local/lib/server/Router.js';
import { DefaultConfig } from 'cognito-local/lib/server/config.js';
import { CognitoServiceFactoryImpl } from 'cognito-local/lib/services/cognitoService.js';
import { DateClock } from 'cognito-local/lib/services/clock.js';
import type { Context } from 'cognito-local/lib/services/context.js';
import type { Services } from 'cognito-local/lib/services/index.js';
import type { Messages } from 'cognito-local/lib/services/messages.js';
import { JwtTokenGenerator } from 'cognito-local/lib/services/tokenGenerator.js';
import type { Triggers } from 'cognito-local/lib/services/triggers/triggers.js';
import { attributeValue, UserPoolServiceFactoryImpl } from 'cognito-local/lib/services/userPoolService.js';
import { randomInt } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { createDocumentStores } from './document-store.ts';
import { createGuardedRouter } from './guards.ts';
import type { FromUserPool } from './protocol.ts';
import { createUserPoolServer } from './server.ts';

const { directory, salt } = z.object({ directory: z.string(), salt: z.string() }).parse(workerData);
const tell = (message: FromUserPool) => parentPort?.postMessage(message);

const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent };
const context = { logger: silent } as unknown as Context;

const refuse = () => Promise.reject(new Error('This pool has no triggers.'));
const triggers: Triggers = {
  enabled: () => false,
  customMessage: refuse,
  customEmailSender: refuse,
  postAuthentication: refuse,
  postConfirmation: refuse,
  preSignUp: refuse,
  preTokenGeneration: refuse,
  userMigration: refuse,
};

const messages: Messages = {
  deliver(_context, source, clientId, _pool, user, code, metadata, delivery) {
    const name = attributeValue('name', user.Attributes);
    const locale = metadata?.['locale'];
    const rest = { ...(name ? { name } : {}), ...(locale ? { locale } : {}) };
    tell({ type: 'code', source, clientId, to: delivery.Destination, code, ...rest });
    return Promise.resolve();
  },
};

const clock = new DateClock();
const stores = createDocumentStores(directory);
const pools = new UserPoolServiceFactoryImpl(clock, stores);
const cognito = await new CognitoServiceFactoryImpl(directory, stores, pools).create(
  context,
  DefaultConfig.UserPoolDefaults,
);
const services: Services = {
  clock,
  cognito,
  config: DefaultConfig,
  messages,
  otp: () => String(randomInt(1_000_000)).padStart(6, '0'),
  tokenGenerator: new JwtTokenGenerator(clock, triggers, DefaultConfig.TokenConfig),
  triggers,
};

const server = createUserPoolServer(createGuardedRouter(Router(services), services, salt), context);
server.listen(0, '127.0.0.1', () => tell({ type: 'ready', port: (server.address() as AddressInfo).port }));
