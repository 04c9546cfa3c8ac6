import { CodeMismatchError, ExpiredCodeError, UserNotFoundError } from 'cognito-local/lib/errors.js';
import type { Route, Router } from 'cognito-local/lib/server/Router.js';
import type { Services } from 'cognito-local/lib/services/index.js';
import { attributeValue, type User } from 'cognito-local/lib/services/userPoolService.js';
import { z } from 'zod';
import { TooManyFailedAttemptsError } from './errors.ts';

type Body = Record<string, unknown>;
const Metadata = z.record(z.string(), z.string()).optional();

const codeLifeMs = { ConfirmSignUp: 24 * 3_600_000, ConfirmForgotPassword: 3_600_000 };
const maxCodeAttempts = 5;

/** Codes that expire, that run out of attempts, and that can be sent again. */
export function createCodeGuards(inner: Router, services: Services): Record<string, Route> {
  const failedAttempts = new Map<string, number>();

  const findUser = async (context: Parameters<Route>[0], body: Body) => {
    const pool = await services.cognito.getUserPoolForClientId(context, text(body['ClientId']));
    return { pool, user: await pool.getUserByUsername(context, text(body['Username'])) };
  };

  const confirm =
    (target: keyof typeof codeLifeMs): Route =>
    async (context, body: Body) => {
      const { pool, user } = await findUser(context, body);
      if (!user) throw refuseUnknown(text(body['Username']));
      if (!user.ConfirmationCode || ageMs(user) > codeLifeMs[target]) throw new ExpiredCodeError();
      try {
        const answer: unknown = await inner(target)(context, body);
        failedAttempts.delete(user.Username);
        return answer;
      } catch (error) {
        if (!(error instanceof CodeMismatchError)) throw error;
        const failed = (failedAttempts.get(user.Username) ?? 0) + 1;
        failedAttempts.set(user.Username, failed);
        if (failed < maxCodeAttempts) throw error;
        failedAttempts.delete(user.Username);
        await pool.saveUser(context, withoutCode(user));
        throw new TooManyFailedAttemptsError();
      }
    };

  /** What somebody hears who has an account waiting, so that the answers do not tell which addresses have one. */
  const refuseUnknown = (name: string): Error => {
    const failed = (failedAttempts.get(name) ?? 0) + 1;
    failedAttempts.set(name, failed);
    if (failed < maxCodeAttempts) return new CodeMismatchError();
    return failed === maxCodeAttempts ? new TooManyFailedAttemptsError() : new ExpiredCodeError();
  };

  const resend: Route = async (context, body: Body) => {
    const { pool, user } = await findUser(context, body);
    failedAttempts.delete(user?.Username ?? text(body['Username']));
    if (!user) throw new UserNotFoundError();
    const code = services.otp();
    const now = services.clock.get();
    await pool.saveUser(context, { ...user, ConfirmationCode: code, UserLastModifiedDate: now });
    const Destination = attributeValue('email', user.Attributes) ?? '';
    const delivery = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination } as const;
    const { Id } = pool.options;
    const metadata = Metadata.parse(body['ClientMetadata']);
    await services.messages.deliver(context, 'ResendCode', text(body['ClientId']), Id, user, code, metadata, delivery);
    return { CodeDeliveryDetails: delivery };
  };

  return {
    ConfirmSignUp: confirm('ConfirmSignUp'),
    ConfirmForgotPassword: confirm('ConfirmForgotPassword'),
    ResendConfirmationCode: resend,
  };
}

/** Sending a code is what last modifies a user who has one. */
const ageMs = (user: User) => Date.now() - user.UserLastModifiedDate.getTime();

function withoutCode(user: User): User {
  const { ConfirmationCode: _, ...rest } = user;
  return rest;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
