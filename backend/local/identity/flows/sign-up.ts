import { toKnownAddressMail } from '../mails.ts';
import { forms, readForm } from './form.ts';
import type { Flow, FlowContext, FlowDependencies, FlowResult } from './types.ts';

/**
 * A new account. The next page is the same whether or not the address is known; what differs is the mail. An account
 * that was never confirmed is made anew, so that nobody can leave a password of theirs under another's address.
 */
export function createSignUpFlow(dependencies: FlowDependencies): Flow {
  const { signIn, accounts, pending, sendMail } = dependencies;
  return async (context, form) => {
    const input = readForm(forms.signUp, form, 'sign-up');
    if (!input.ok) return input.result;
    const limited = limit(dependencies, context, input.data.email);
    if (limited) return limited;
    const { email, name } = input.data;
    const existing = await accounts.find(email);
    if (existing && existing.state !== 'unconfirmed') {
      pending.set(context.uid, { username: `${context.uid}@unknown.invalid`, email });
      await sendMail(toKnownAddressMail(email, existing.account.name, context.tenant.name));
      return { next: 'go', step: 'verify' };
    }
    if (existing) await accounts.remove(existing.account.username);
    const made = await signIn.signUp(context.clientId, input.data);
    if (made.ok) {
      pending.set(context.uid, { username: made.username, email });
      return { next: 'go', step: 'verify' };
    }
    const error = made.reason === 'weak-password' ? 'Choose a longer password.' : 'Try again.';
    return {
      next: 'show',
      step: 'sign-up',
      status: 422,
      state: { errors: { password: error }, values: { email, name } },
    };
  };
}

/** The mailed code makes the account usable, and signs in. */
export function createVerifyFlow({ signIn, accounts, admit, pending }: FlowDependencies): Flow {
  return async (context, form) => {
    const waiting = pending.get(context.uid);
    if (!waiting) return { next: 'go', step: 'sign-up' };
    const input = readForm(forms.verify, form, 'verify', waiting.email);
    if (!input.ok) return input.result;
    const check = await signIn.confirmSignUp(context.clientId, waiting.username, input.data.code);
    if (!check.ok) return badCode(check.reason === 'expired', waiting.email);
    const found = await accounts.find(waiting.username);
    if (!found) return { next: 'go', step: 'sign-up' };
    await admit(found.account.username, context.tenant.id);
    return { next: 'finish', sub: found.account.sub };
  };
}

export function createResendFlow(dependencies: FlowDependencies): Flow {
  const { signIn, pending } = dependencies;
  return async (context) => {
    const waiting = pending.get(context.uid);
    if (!waiting) return { next: 'go', step: 'sign-up' };
    const limited = limit(dependencies, context, waiting.email);
    if (limited) return limited;
    await signIn.resendCode(context.clientId, waiting.username);
    const state = { email: waiting.email, notice: 'A new code is on its way; the former one no longer works.' };
    return { next: 'show', step: 'verify', status: 200, state };
  };
}

/** Mails cost: a handful for one address, then a pause. */
function limit({ throttle }: FlowDependencies, context: FlowContext, email: string): FlowResult | undefined {
  const key = `mail:${context.address}:${email}`;
  const wait = throttle.waitSeconds(key);
  throttle.fail(key);
  if (wait === 0) return undefined;
  const state = { alert: 'That was asked for too often. Wait a minute, then try again.', values: { email } };
  return { next: 'show', step: 'sign-up', status: 429, retryAfterSeconds: wait, state };
}

const badCode = (expired: boolean, email: string): FlowResult => ({
  next: 'show',
  step: 'verify',
  status: 422,
  state: {
    email,
    errors: {
      code: expired ? 'This code no longer works. Ask for a new one below.' : 'This is not the code from the mail.',
    },
  },
});
