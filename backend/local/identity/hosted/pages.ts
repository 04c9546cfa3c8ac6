import { html } from 'hono/html';
import { minimumPasswordLength } from '../user-pool/password.ts';
import type { Words } from '../words/words.ts';
import { alert, field, notice } from './fields.ts';
import type { Markup } from './layout.ts';

export interface PageState {
  words: Words;
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

export const signInPage = ({ words, ...state }: PageState): Markup =>
  html`<h1>${words.titles['sign-in']}</h1>
    <p class="lead">${words.signIn.lead(state.shop)}</p>
    ${alert(state.alert)}${notice(state.notice)}
    <form method="post" action="${state.base}/sign-in">
      ${email(words, state)}
      ${field({
        name: 'password',
        label: words.fields.password,
        type: 'password',
        autocomplete: 'current-password',
        error: state.errors?.['password'],
      })}
      <button>${words.signIn.submit}</button>
    </form>
    <div class="links">
      <p><a href="${state.base}/forgot">${words.signIn.forgot}</a></p>
      <p><a href="${state.base}/sign-up">${words.signIn.signUp}</a></p>
    </div>`;

export const signUpPage = ({ words, ...state }: PageState): Markup =>
  html`<h1>${words.titles['sign-up']}</h1>
    <p class="lead">${words.signUp.lead(state.shop)}</p>
    ${alert(state.alert)}
    <form method="post" action="${state.base}/sign-up">
      ${field({
        name: 'name',
        label: words.fields.name,
        type: 'text',
        autocomplete: 'name',
        ...given(state, 'name'),
        autofocus: isFirst(state, 'name'),
      })}
      ${email(words, state)} ${newPassword(words, words.fields.password, state)}
      <button>${words.signUp.submit}</button>
    </form>
    <div class="links">
      <p><a href="${state.base}/sign-in">${words.signUp.signIn}</a></p>
    </div>`;

export const verifyPage = ({ words, ...state }: PageState): Markup =>
  html`<h1>${words.titles.verify}</h1>
    <p class="lead">${words.verify.lead}</p>
    ${address(state)} ${alert(state.alert)}${notice(state.notice)}
    <form method="post" action="${state.base}/verify">
      ${code(words, state)}
      <button>${words.verify.submit}</button>
    </form>
    <div class="links">
      <form method="post" action="${state.base}/resend"><button class="quiet">${words.verify.resend}</button></form>
      <p><a href="${state.base}/sign-up">${words.verify.other}</a></p>
    </div>`;

export const forgotPage = ({ words, ...state }: PageState): Markup =>
  html`<h1>${words.titles.forgot}</h1>
    <p class="lead">${words.forgot.lead}</p>
    ${alert(state.alert)}
    <form method="post" action="${state.base}/forgot">
      ${email(words, state)}
      <button>${words.forgot.submit}</button>
    </form>
    <div class="links">
      <p><a href="${state.base}/sign-in">${words.forgot.back}</a></p>
    </div>`;

export const resetPage = ({ words, ...state }: PageState): Markup =>
  html`<h1>${words.titles.reset}</h1>
    <p class="lead">${words.reset.lead}</p>
    ${address(state)} ${alert(state.alert)}${notice(state.notice)}
    <form method="post" action="${state.base}/reset">
      ${code(words, state)} ${newPassword(words, words.fields.newPassword, state)}
      <button>${words.reset.submit}</button>
    </form>
    <div class="links">
      <p><a href="${state.base}/forgot">${words.reset.again}</a></p>
    </div>`;

export const messagePage = (title: string, text: string, detail?: string): Markup =>
  html`<h1>${title}</h1>
    <p class="lead">${text}</p>
    ${detail ? html`<p class="hint"><bdi lang="en">${detail}</bdi></p>` : ''}`;

export const shopsPage = ({ shops }: Words, links: readonly { name: string; href: string }[]): Markup =>
  html`<h1>${shops.title}</h1>
    <p class="lead">${shops.lead}</p>
    <ul class="shops">
      ${links.map((shop) => html`<li><a href="${shop.href}">${shop.name}</a></li>`)}
    </ul>`;

type Given = Omit<PageState, 'words'>;

const address = (state: Given) => html`<p class="address"><bdi>${state.email ?? ''}</bdi></p>`;

const email = (words: Words, state: Given) =>
  field({
    name: 'email',
    label: words.fields.email,
    type: 'email',
    autocomplete: 'username',
    ...given(state, 'email'),
    autofocus: isFirst(state, 'email'),
  });

const newPassword = (words: Words, label: string, state: Given) =>
  field({
    name: 'password',
    label,
    type: 'password',
    autocomplete: 'new-password',
    hint: words.passwordHint(minimumPasswordLength),
    error: state.errors?.['password'],
    autofocus: isFirst(state, 'password'),
  });

const code = (words: Words, state: Given) =>
  field({
    name: 'code',
    label: words.fields.code,
    type: 'text',
    autocomplete: 'one-time-code',
    code: true,
    error: state.errors?.['code'],
    autofocus: Object.keys(state.errors ?? { code: '' })[0] === 'code',
  });

const given = (state: Given, name: string) => ({
  value: state.values?.[name] ?? '',
  error: state.errors?.[name],
});

/** Focus starts at what is wrong, else at nothing: a page that was asked for keeps its own reading order. */
const isFirst = (state: Given, name: string) => Object.keys(state.errors ?? {})[0] === name;
