import { html } from 'hono/html';
import { minimumPasswordLength } from '../user-pool/password.ts';
import { alert, field, notice } from './fields.ts';
import type { Markup } from './layout.ts';

export interface PageState {
  /** Path of the interaction; forms post below it. */
  base: string;
  shop: string;
  values?: Readonly<Record<string, string>>;
  errors?: Readonly<Record<string, string>>;
  alert?: string;
  notice?: string;
  /** Address a code was sent to. */
  email?: string;
}

const passwordHint = `At least ${minimumPasswordLength} characters. A sentence is a good password.`;

export const signInPage = (state: PageState): Markup =>
  html`<h1>Sign in</h1>
    <p class="lead">to your account at ${state.shop}</p>
    ${alert(state.alert)}${notice(state.notice)}
    <form method="post" action="${state.base}/sign-in">
      ${email(state)}${currentPassword(state)}
      <button>Sign in</button>
    </form>
    <div class="links">
      <p><a href="${state.base}/forgot">Forgot your password?</a></p>
      <p><a href="${state.base}/sign-up">New here? Create an account</a></p>
    </div>`;

export const signUpPage = (state: PageState): Markup =>
  html`<h1>Create an account</h1>
    <p class="lead">Your library, invoices and downloads at ${state.shop}, in one place.</p>
    ${alert(state.alert)}
    <form method="post" action="${state.base}/sign-up">
      ${field({
        name: 'name',
        label: 'Name',
        type: 'text',
        autocomplete: 'name',
        ...given(state, 'name'),
        autofocus: isFirst(state, 'name'),
      })}
      ${email(state)}
      ${field({
        name: 'password',
        label: 'Password',
        type: 'password',
        autocomplete: 'new-password',
        hint: passwordHint,
        error: state.errors?.['password'],
      })}
      <button>Create account</button>
    </form>
    <div class="links">
      <p><a href="${state.base}/sign-in">Already have an account? Sign in</a></p>
    </div>`;

export const verifyPage = (state: PageState): Markup =>
  html`<h1>Check your mail</h1>
    <p class="lead">We have sent a six-digit code to <strong>${state.email}</strong>. It is good for a day.</p>
    ${alert(state.alert)}${notice(state.notice)}
    <form method="post" action="${state.base}/verify">
      ${code(state)}
      <button>Confirm</button>
    </form>
    <div class="links">
      <form method="post" action="${state.base}/resend"><button class="quiet">Send a new code</button></form>
      <p><a href="${state.base}/sign-up">Use another address</a></p>
    </div>`;

export const forgotPage = (state: PageState): Markup =>
  html`<h1>Reset your password</h1>
    <p class="lead">Tell us your e-mail address. If there is an account, a code is on its way.</p>
    ${alert(state.alert)}
    <form method="post" action="${state.base}/forgot">
      ${email(state)}
      <button>Send the code</button>
    </form>
    <div class="links">
      <p><a href="${state.base}/sign-in">Back to sign in</a></p>
    </div>`;

export const resetPage = (state: PageState): Markup =>
  html`<h1>Choose a new password</h1>
    <p class="lead">
      If <strong>${state.email}</strong> has an account, a six-digit code is in its mail. It is good for an hour.
    </p>
    ${alert(state.alert)}${notice(state.notice)}
    <form method="post" action="${state.base}/reset">
      ${code(state)}
      ${field({
        name: 'password',
        label: 'New password',
        type: 'password',
        autocomplete: 'new-password',
        hint: passwordHint,
        error: state.errors?.['password'],
      })}
      <button>Set password and sign in</button>
    </form>
    <div class="links">
      <p><a href="${state.base}/forgot">Send another code</a></p>
    </div>`;

export const messagePage = (title: string, text: string, link?: { href: string; label: string }): Markup =>
  html`<h1>${title}</h1>
    <p class="lead">${text}</p>
    ${link ? html`<p><a href="${link.href}">${link.label}</a></p>` : ''}`;

export const shopsPage = (shops: readonly { name: string; href: string }[]): Markup =>
  html`<h1>Sign in from a shop</h1>
    <p class="lead">An account works in each of them.</p>
    <ul class="shops">
      ${shops.map((shop) => html`<li><a href="${shop.href}">${shop.name}</a></li>`)}
    </ul>`;

const email = (state: PageState) =>
  field({
    name: 'email',
    label: 'E-mail address',
    type: 'email',
    autocomplete: 'username',
    ...given(state, 'email'),
    autofocus: isFirst(state, 'email'),
  });

const currentPassword = (state: PageState) =>
  field({
    name: 'password',
    label: 'Password',
    type: 'password',
    autocomplete: 'current-password',
    error: state.errors?.['password'],
  });

const code = (state: PageState) =>
  field({
    name: 'code',
    label: 'Code',
    type: 'text',
    autocomplete: 'one-time-code',
    code: true,
    error: state.errors?.['code'],
    autofocus: true,
  });

const given = (state: PageState, name: string) => ({
  value: state.values?.[name] ?? '',
  error: state.errors?.[name],
});

/** Focus starts at what is wrong, else at nothing: a page that was asked for keeps its own reading order. */
const isFirst = (state: PageState, name: string) => Object.keys(state.errors ?? {})[0] === name;
