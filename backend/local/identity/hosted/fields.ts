import { html } from 'hono/html';
import type { Markup } from './layout.ts';

export interface FieldInput {
  name: string;
  label: string;
  type: 'email' | 'password' | 'text';
  autocomplete: string;
  value?: string;
  hint?: string;
  error?: string | undefined;
  /** Digits of a mailed code. */
  code?: boolean;
  autofocus?: boolean;
}

/** One labelled input with its hint and its error beside it. */
export function field(input: FieldInput): Markup {
  const describedBy = [input.hint ? `${input.name}-hint` : '', input.error ? `${input.name}-error` : '']
    .filter(Boolean)
    .join(' ');
  return html`<div class="field">
    <label for="${input.name}">${input.label}</label>
    ${input.hint ? html`<p class="hint" id="${input.name}-hint">${input.hint}</p>` : ''}
    <input
      id="${input.name}"
      name="${input.name}"
      type="${input.type}"
      autocomplete="${input.autocomplete}"
      value="${input.value ?? ''}"
      required
      ${input.code ? html`class="code" inputmode="numeric" maxlength="6" spellcheck="false"` : ''}
      ${input.type === 'email' ? html`autocapitalize="none" spellcheck="false"` : ''}
      ${describedBy ? html`aria-describedby="${describedBy}"` : ''}
      ${input.error ? html`aria-invalid="true"` : ''}
      ${input.autofocus ? html`autofocus` : ''}
    />
    ${input.error ? html`<p class="error" id="${input.name}-error">${input.error}</p>` : ''}
  </div>`;
}

export const alert = (message: string | undefined): Markup =>
  message ? html`<p class="alert" role="alert">${message}</p>` : html``;

export const notice = (message: string | undefined): Markup =>
  message ? html`<p class="notice" role="status">${message}</p>` : html``;
