import { directionOf, type Locale } from '@tessera/contracts/tenant.ts';
import type { CodeMessage } from './user-pool/protocol.ts';
import type { Mail } from './types.ts';
import { wordsOf } from './words/words.ts';

/** The mails Cognito would send. */
export function toCodeMail(message: CodeMessage, shop: string, language: Locale): Mail {
  const { mail } = wordsOf(language);
  const { subject, why } = message.source === 'ForgotPassword' ? mail.reset : mail.confirm;
  const paragraphs = [mail.greeting(message.name), why, mail.code(message.code), mail.ignore, shop];
  return toMail(message.to, subject(shop), paragraphs, language);
}

/** Somebody signed up with an address that has an account: its owner learns it, the page tells nobody. */
export function toKnownAddressMail(owner: { to: string; name: string; shop: string }, language: Locale): Mail {
  const { mail } = wordsOf(language);
  const { subject, why, ignore } = mail.known;
  const paragraphs = [mail.greeting(owner.name), why, ignore, owner.shop];
  return toMail(owner.to, subject(owner.shop), paragraphs, language);
}

const toMail = (to: string, subject: string, paragraphs: readonly string[], language: Locale): Mail => ({
  to,
  subject,
  text: paragraphs.join('\n\n'),
  html: `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><title>${escape(subject)}</title><body>${paragraphs
    .map((paragraph) => `<p>${escape(paragraph)}</p>`)
    .join('')}</body></html>`,
});

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
