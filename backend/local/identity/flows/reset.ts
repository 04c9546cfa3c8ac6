import type { Words } from '../words/words.ts';
import { formsIn, readForm } from './form.ts';
import type { Flow, FlowDependencies, FlowResult } from './types.ts';

/** Sends a code where there is an account, and says the same where there is none. */
export function createForgotFlow({ signIn, throttle, pending }: FlowDependencies): Flow {
  return async (context, form) => {
    const input = readForm(formsIn(context.words).forgot, form, { step: 'forgot', context });
    if (!input.ok) return input.result;
    const { email } = input.data;
    const key = `forgot:${context.address}:${email}`;
    const wait = throttle.waitSeconds(key);
    throttle.fail(key);
    if (wait > 0) {
      const state = { alert: context.words.problems.tooOften, values: { email } };
      return { next: 'show', step: 'forgot', status: 429, retryAfterSeconds: wait, state };
    }
    pending.set(context.uid, { username: email, email });
    await signIn.sendResetCode(context, email);
    return { next: 'go', step: 'reset' };
  };
}

/** Code and new password in one step; the code has proven the mailbox, so it signs in. */
export function createResetFlow({ signIn, accounts, admit, pending, throttle }: FlowDependencies): Flow {
  return async (context, form) => {
    const waiting = pending.get(context.uid);
    if (!waiting) return { next: 'go', step: 'forgot' };
    const { email } = waiting;
    const input = readForm(formsIn(context.words).reset, form, { step: 'reset', context, email });
    if (!input.ok) return input.result;
    const { code, password } = input.data;
    const check = await signIn.resetPassword(context.clientId, waiting.username, code, password);
    if (!check.ok) return failed(check.reason, email, context.words);
    const found = await accounts.find(waiting.username);
    if (!found) return { next: 'go', step: 'sign-in' };
    await admit(found.account.username, context.tenant.id);
    throttle.succeed(`sign-in:${context.address}:${email}`);
    return { next: 'finish', sub: found.account.sub };
  };
}

function failed(reason: 'mismatch' | 'expired' | 'weak-password', email: string, { problems }: Words): FlowResult {
  const errors = {
    // A wrong and an expired code read alike, because only an account can have an expired one.
    mismatch: { code: problems.deadCode },
    expired: { code: problems.deadCode },
    'weak-password': { password: problems.weak },
  }[reason];
  return { next: 'show', step: 'reset', status: 422, state: { email, errors } };
}
