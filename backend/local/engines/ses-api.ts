import { z } from 'zod';
import type { MailStore, NewMail } from './mail-store.ts';
import { json, serviceError, type ServiceReply } from './service-reply.ts';

const Part = z.object({ Data: z.string() });
const SendEmail = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({
    ToAddresses: z.array(z.string()).default([]),
    CcAddresses: z.array(z.string()).default([]),
    BccAddresses: z.array(z.string()).default([]),
  }),
  ReplyToAddresses: z.array(z.string()).default([]),
  Content: z.object({
    Simple: z.object({
      Subject: Part,
      Body: z.object({ Text: Part.exactOptional(), Html: Part.exactOptional() }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
    }),
  }),
});

/** SES v2 `SendEmail` with simple content; the mail lands in the mailbox. */
export function sendEmail(mail: MailStore, input: unknown): ServiceReply {
  const parsed = SendEmail.safeParse(input);
  if (!parsed.success) return serviceError('BadRequestException', `SendEmail: ${z.prettifyError(parsed.error)}`);
  const { FromEmailAddress, Destination, ReplyToAddresses, Content } = parsed.data;
  const { Subject, Body, Headers } = Content.Simple;
  const to = [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses];
  if (to.length === 0) return serviceError('BadRequestException', 'SendEmail: no recipient.');
  const headers = Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value]));
  if (ReplyToAddresses.length > 0) headers['Reply-To'] = ReplyToAddresses.join(', ');
  const message: NewMail = {
    from: FromEmailAddress,
    to,
    subject: Subject.Data,
    headers,
    ...(Body.Text ? { text: Body.Text.Data } : {}),
    ...(Body.Html ? { html: Body.Html.Data } : {}),
  };
  return json({ MessageId: mail.add(message) }, 200, 'application/json');
}
