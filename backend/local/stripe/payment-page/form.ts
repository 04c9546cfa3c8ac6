import type Stripe from 'stripe';
import { formatAmount } from '../currency.ts';
import { html, type Html } from '../pages/html.ts';
import { cardFields, type CardField } from '../payments/card-form.ts';
import { listCountries } from './countries.ts';
import type { Messages, PageLocale } from './messages.ts';
import { renderTestCards } from './test-cards.ts';

export interface FormState {
  values: Partial<Record<CardField, string>>;
  errors: Partial<Record<CardField, string>>;
  /** Said first, in a box of its own. */
  alert?: { title: string; text: string } | undefined;
}

interface FormInput {
  session: Stripe.Checkout.Session;
  state: FormState;
  messages: Messages;
  locale: PageLocale;
}

interface FieldInput {
  name: CardField;
  label: string;
  autocomplete: string;
  type?: string;
  inputmode?: string;
  placeholder?: string;
  format?: 'number' | 'expiry';
  maxlength?: number;
  readonly?: boolean;
}

export function renderForm({ session, state, messages, locale }: FormInput): Html {
  const field = (input: FieldInput) => renderField(input, state);
  const fixedEmail = session.customer_email !== null;
  const amount = formatAmount(session.amount_total ?? 0, session.currency ?? 'usd', locale);
  return html`<main>
    ${state.alert && html`<div class="alert" role="alert"><strong>${state.alert.title}</strong> ${state.alert.text}</div>`}
    <form class="form" method="post" action="/c/pay/${session.id}" novalidate data-once>
      <section>
        <h2>${messages.contact}</h2>
        ${field({ name: 'email', label: messages.fields.email, type: 'email', autocomplete: 'email', readonly: fixedEmail })}
      </section>
      <section>
        <h2>${messages.method}</h2>
        ${field({ name: 'number', label: messages.fields.number, inputmode: 'numeric', autocomplete: 'cc-number', placeholder: '1234 1234 1234 1234', format: 'number', maxlength: 25 })}
        <div class="pair">
          ${field({ name: 'expiry', label: messages.fields.expiry, inputmode: 'numeric', autocomplete: 'cc-exp', placeholder: messages.expiryHint, format: 'expiry', maxlength: 9 })}
          ${field({ name: 'cvc', label: messages.fields.cvc, inputmode: 'numeric', autocomplete: 'cc-csc', placeholder: '123', maxlength: 4 })}
        </div>
        ${field({ name: 'name', label: messages.fields.name, autocomplete: 'cc-name', maxlength: 120 })}
        ${renderCountry(messages, locale, state)}
      </section>
      <div class="submit">
        <button class="primary" type="submit">
          <span data-idle>${messages.payAmount(amount)}</span><span data-busy hidden>${messages.busy}</span>
        </button>
        ${session.mode === 'payment' && html`<p class="small">${messages.noCharge}</p>`}
      </div>
    </form>
    ${renderTestCards(messages)}
  </main>`;
}

function renderField(input: FieldInput, state: FormState): Html {
  const id = `field-${input.name}`;
  return html`<div class="field">
    <label for="${id}">${input.label}</label>
    <input
      id="${id}"
      name="${input.name}"
      type="${input.type ?? 'text'}"
      autocomplete="${input.autocomplete}"
      required
      value="${state.values[input.name] ?? ''}"
      ${input.inputmode && html`inputmode="${input.inputmode}"`}
      ${input.placeholder && html`placeholder="${input.placeholder}"`}
      ${input.format && html`data-format="${input.format}"`}
      ${input.maxlength && html`maxlength="${input.maxlength}"`}
      ${input.readonly && html`readonly`}
      ${errorAttributes(input.name, state)}
    />
    ${renderError(input.name, state)}
  </div>`;
}

function renderCountry(messages: Messages, locale: PageLocale, state: FormState): Html {
  const chosen = state.values.country ?? '';
  return html`<div class="field">
    <label for="field-country">${messages.fields.country}</label>
    <select id="field-country" name="country" autocomplete="country" required ${errorAttributes('country', state)}>
      <option value="">${messages.choose}</option>
      ${listCountries(locale).map(({ code, name }) => html`<option value="${code}" ${code === chosen && html`selected`}>${name}</option>`)}
    </select>
    ${renderError('country', state)}
  </div>`;
}

/** The first field with an error takes the focus, so that a keyboard starts where the work is. */
function errorAttributes(name: CardField, { errors }: FormState): Html | false {
  if (errors[name] === undefined) return false;
  const isFirst = cardFields.find((field) => errors[field] !== undefined) === name;
  return html`aria-invalid="true" aria-describedby="error-${name}" ${isFirst && html`autofocus`}`;
}

const renderError = (name: CardField, { errors }: FormState): Html | false =>
  errors[name] !== undefined && html`<p class="error" id="error-${name}">${errors[name]}</p>`;
