import { echo, forms, readForm } from './form.ts';
import type { Flow, FlowContext, FlowDependencies, FlowResult } from './types.ts';

/** Password sign-in. The answer never tells whether the account or only its password is wrong. */
export function createSignInFlow({ signIn, accounts, throttle, pending }: FlowDependencies): Flow {
  return async (context, form) => {
    const input = readForm(forms.signIn, form, 'sign-in');
    if (!input.ok) return input.result;
    const { email, password } = input.data;
    const key = keyOf(context, email);
    const wait = throttle.waitSeconds(key);
    if (wait > 0) return locked(wait, form);
    const check = await signIn.checkPassword(context.clientId, email, password);
    if (check.ok) {
      const found = await accounts.find(email);
      if (!found) return wrong(form);
      throttle.succeed(key);
      return { next: 'finish', sub: found.account.sub };
    }
    switch (check.reason) {
      case 'unconfirmed': {
        const found = await accounts.find(email);
        pending.set(context.uid, { username: found?.account.username ?? email, email });
        await signIn.resendCode(context.clientId, email);
        return { next: 'go', step: 'verify' };
      }
      case 'reset-required':
        pending.set(context.uid, { username: email, email });
        await signIn.sendResetCode(context.clientId, email);
        return { next: 'go', step: 'reset' };
      case 'wrong': {
        throttle.fail(key);
        const lockedFor = throttle.waitSeconds(key);
        return lockedFor > 0 ? locked(lockedFor, form) : wrong(form);
      }
    }
  };
}

const keyOf = (context: FlowContext, email: string) => `sign-in:${context.address}:${email}`;

const wrong = (form: URLSearchParams): FlowResult => ({
  next: 'show',
  step: 'sign-in',
  status: 401,
  state: { alert: 'The e-mail address or the password is not right.', values: echo(form) },
});

const locked = (seconds: number, form: URLSearchParams): FlowResult => ({
  next: 'show',
  step: 'sign-in',
  status: 429,
  retryAfterSeconds: seconds,
  state: { alert: 'Too many attempts. Wait a minute, then try again.', values: echo(form) },
});
