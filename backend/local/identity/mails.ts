import type { CodeMessage } from './user-pool/protocol.ts';
import type { Mail } from './types.ts';

/** The mails Cognito would send. */
export function toCodeMail(message: CodeMessage, shop: string): Mail {
  const reset = message.source === 'ForgotPassword';
  const subject = reset ? `Reset your password at ${shop}` : `Confirm your address at ${shop}`;
  const why = reset
    ? 'Enter this code to choose a new password. It is good for an hour.'
    : 'Enter this code to finish your account. It is good for a day.';
  const ignore = 'If you did not ask for it, ignore this mail; nothing happens without the code.';
  return toMail(message.to, subject, [greeting(message.name), why, `Your code: ${message.code}`, ignore, shop]);
}

/** Somebody signed up with an address that has an account: its owner learns it, the page tells nobody. */
export function toKnownAddressMail(to: string, name: string, shop: string): Mail {
  return toMail(to, `You already have an account at ${shop}`, [
    greeting(name),
    'Somebody, probably you, tried to create an account with this address. It has one already: sign in with it, or choose “Forgot your password?” on the sign-in page.',
    'If it was not you, nothing has changed and nothing needs to be done.',
    shop,
  ]);
}

const greeting = (name: string | undefined) => (name ? `Hello ${name},` : 'Hello,');

const toMail = (to: string, subject: string, paragraphs: readonly string[]): Mail => ({
  to,
  subject,
  text: paragraphs.join('\n\n'),
  html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(subject)}</title><body>${paragraphs
    .map((paragraph) => `<p>${escape(paragraph)}</p>`)
    .join('')}</body></html>`,
});

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
