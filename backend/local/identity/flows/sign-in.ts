import type { Words } from '../words/words.ts';
import { echo, formsIn, readForm } from './form.ts';
import type { Flow, FlowContext, FlowDependencies, FlowResult } from './types.ts';

/** Password sign-in. The answer never tells whether the account or only its password is wrong. */
export function createSignInFlow({ signIn, accounts, throttle, pending }: FlowDependencies): Flow {
  return async (context, form) => {
    const input = readForm(formsIn(context.words).signIn, form, { step: 'sign-in', context });
    if (!input.ok) return input.result;
    const { email, password } = input.data;
    const { words } = context;
    const key = keyOf(context, email);
    const wait = throttle.waitSeconds(key);
    if (wait > 0) return locked(wait, form, words);
    const check = await signIn.checkPassword(context.clientId, email, password);
    if (check.ok) {
      const found = await accounts.find(email);
      if (!found) return wrong(form, words);
      throttle.succeed(key);
      return { next: 'finish', sub: found.account.sub };
    }
    switch (check.reason) {
      case 'unconfirmed': {
        const found = await accounts.find(email);
        pending.set(context.uid, { username: found?.account.username ?? email, email });
        await signIn.resendCode(context, email);
        return { next: 'go', step: 'verify' };
      }
      case 'reset-required':
        pending.set(context.uid, { username: email, email });
        await signIn.sendResetCode(context, email);
        return { next: 'go', step: 'reset' };
      case 'wrong': {
        throttle.fail(key);
        const lockedFor = throttle.waitSeconds(key);
        return lockedFor > 0 ? locked(lockedFor, form, words) : wrong(form, words);
      }
    }
  };
}

const keyOf = (context: FlowContext, email: string) => `sign-in:${context.address}:${email}`;

const wrong = (form: URLSearchParams, { problems }: Words): FlowResult => ({
  next: 'show',
  step: 'sign-in',
  status: 401,
  state: { alert: problems.wrong, values: echo(form) },
});

const locked = (seconds: number, form: URLSearchParams, { problems }: Words): FlowResult => ({
  next: 'show',
  step: 'sign-in',
  status: 429,
  retryAfterSeconds: seconds,
  state: { alert: problems.locked, values: echo(form) },
});
