import { readFileSync } from 'node:fs';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { sliceVersionPattern } from '@tessera/contracts/slice-ref.ts';
import { functions } from '../backend/functions.ts';
import type { SecretName } from './names.ts';

const secretKeys = [
  'tenantSigning',
  'download',
  'stripe',
  'identityProviders',
] as const satisfies readonly SecretName[];
const functionNames = functions.map(({ name }) => name);
const Region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/);

/** What differs from one deployment to another. A deployment has an AWS account to itself, so names carry no stage. */
export const Settings = z.object({
  account: z.string().regex(/^\d{12}$/),
  /** The one region that writes; functions run here. */
  region: Region,
  /** Regions that hold a copy of the table. */
  replicaRegions: z.array(Region).default([]),
  /** Shops are `<tenant>.<domain>`, their files `<tenant>.cdn.<domain>`, the sign-in callback `id.<domain>`. */
  domain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
  /** Covers `*.<domain>` and `*.cdn.<domain>`; CloudFront reads certificates in us-east-1 only. */
  certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/),
  /** Where the names above are to be set; without it they are set by hand. */
  hostedZoneId: z.string().optional(),
  /** Sender of receipts: an address of a domain that is to be verified with SES. */
  mailFrom: z.email(),
  /** Who writes and embeds for the help chat: models of Bedrock, or an Ollama server that the functions reach. */
  model: z.discriminatedUnion('adapter', [
    z.object({
      adapter: z.literal('bedrock'),
      /** A model of the region, or an inference profile of one: `eu.<model>`. */
      chat: z.string().regex(/^[a-z0-9.:-]+$/),
      embed: z.string().regex(/^amazon\.titan-embed-text-[a-z0-9.:-]+$/),
    }),
    z.object({ adapter: z.literal('ollama'), endpoint: z.url() }),
  ]),
  search: z
    .object({ instanceType: z.string(), instances: z.int().positive() })
    .default({ instanceType: 'r7g.large.search', instances: 2 }),
  logRetentionDays: z.enum(RetentionDays).default(RetentionDays.ONE_MONTH),
  /** Told of every alarm. */
  alarmMail: z.email().optional(),
  /** Version of each secret that is deployed; of one that is not named here, the one that was there at first. */
  secretVersions: z.partialRecord(z.enum(secretKeys), z.uuid()).default({}),
  /**
   * Earlier versions that live releases need, by function: the hash that releases name, and Lambda's number of it, as the
   * output `SliceVersion` told them.
   */
  keptVersions: z
    .partialRecord(z.enum(functionNames), z.record(z.string().regex(sliceVersionPattern), z.string().regex(/^\d+$/)))
    .default({}),
  /** Concurrent runs that a function has for itself, and at most. */
  reservedConcurrency: z.partialRecord(z.enum(functionNames), z.int().positive()).default({}),
});
export type Settings = z.output<typeof Settings>;

export function readSettings(file: string): Settings {
  const result = Settings.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`${file} does not hold settings:\n${z.prettifyError(result.error)}`);
}
