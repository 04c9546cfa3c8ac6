import type { MailStore } from './engines/mail-store.ts';
import type { SendMail } from './identity/types.ts';

/** Codes of sign-up and reset go to the same mailbox as everything else. */
export const createMailSender =
  (mailbox: MailStore, from: string): SendMail =>
  ({ to, subject, text, html }) => {
    mailbox.add({ from, to: [to], subject, text, html });
    return Promise.resolve();
  };
