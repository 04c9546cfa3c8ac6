import { toKnownAddressMail } from '../mails.ts';
import type { Words } from '../words/words.ts';
import { formsIn, readForm } from './form.ts';
import type { Flow, FlowContext, FlowDependencies, FlowResult } from './types.ts';

/**
 * A new account. The next page is the same whether or not the address is known; what differs is the mail. An account
 * that was never confirmed is made anew, so that nobody can leave a password of theirs under another's address.
 */
export function createSignUpFlow(dependencies: FlowDependencies): Flow {
  const { signIn, accounts, pending, sendMail } = dependencies;
  return async (context, form) => {
    const input = readForm(formsIn(context.words).signUp, form, { step: 'sign-up', context });
    if (!input.ok) return input.result;
    const limited = limit(dependencies, context, input.data.email);
    if (limited) return limited;
    const { email, name } = input.data;
    const existing = await accounts.find(email);
    if (existing && existing.state !== 'unconfirmed') {
      pending.set(context.uid, { username: `${context.uid}@unknown.invalid`, email });
      await sendMail(
        toKnownAddressMail({ to: email, name: existing.account.name, shop: context.tenant.name }, context.language),
      );
      return { next: 'go', step: 'verify' };
    }
    if (existing) await accounts.remove(existing.account.username);
    const made = await signIn.signUp(context, input.data);
    if (made.ok) {
      pending.set(context.uid, { username: made.username, email });
      return { next: 'go', step: 'verify' };
    }
    const error = made.reason === 'weak-password' ? context.words.problems.weak : context.words.problems.tryAgain;
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
    const input = readForm(formsIn(context.words).verify, form, { step: 'verify', context, email: waiting.email });
    if (!input.ok) return input.result;
    const check = await signIn.confirmSignUp(context.clientId, waiting.username, input.data.code);
    if (!check.ok) return badCode(check.reason === 'expired', waiting.email, context.words);
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
    await signIn.resendCode(context, waiting.username);
    const state = { email: waiting.email, notice: context.words.verify.resent };
    return { next: 'show', step: 'verify', status: 200, state };
  };
}

/** Mails cost: a handful for one address, then a pause. */
function limit({ throttle }: FlowDependencies, context: FlowContext, email: string): FlowResult | undefined {
  const key = `mail:${context.address}:${email}`;
  const wait = throttle.waitSeconds(key);
  throttle.fail(key);
  if (wait === 0) return undefined;
  const state = { alert: context.words.problems.tooOften, values: { email } };
  return { next: 'show', step: 'sign-up', status: 429, retryAfterSeconds: wait, state };
}

const badCode = (expired: boolean, email: string, { problems }: Words): FlowResult => ({
  next: 'show',
  step: 'verify',
  status: 422,
  state: {
    email,
    errors: { code: expired ? problems.oldCode : problems.wrongCode },
  },
});
