import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { FulfilPorts } from './fulfil.ts';

export interface AwsPortsOptions {
  s3: S3Client;
  ses: SESv2Client;
  assetsBucket: string;
  mailFrom: string;
}

export function createAwsPorts({
  s3,
  ses,
  assetsBucket,
  mailFrom,
}: AwsPortsOptions): Omit<FulfilPorts, 'invoices' | 'creditNotes'> {
  return {
    async putInvoice(objectKey, pdf) {
      await s3.send(
        new PutObjectCommand({ Bucket: assetsBucket, Key: objectKey, Body: pdf, ContentType: 'application/pdf' }),
      );
    },
    async sendMail({ to, replyTo, subject, text, html }) {
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: mailFrom,
          Destination: { ToAddresses: [to] },
          ReplyToAddresses: [replyTo],
          Content: {
            Simple: { Subject: { Data: subject }, Body: { Text: { Data: text }, Html: { Data: html } } },
          },
        }),
      );
    },
  };
}
