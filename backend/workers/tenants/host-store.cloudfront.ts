import {
  CloudFrontKeyValueStoreClient,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
// Registers the signer for requests that no single region answers.
import '@aws-sdk/signature-v4a';
import type { HostChanges, HostStore } from './host-store.ts';

/** Puts and deletions of one call. */
const maxChanges = 50;
const maxAttempts = 8;

/** CloudFront's KeyValueStore. A write names the state it was made for, so of two at once one begins anew. */
export function createCloudFrontHostStore(KvsARN: string, client = new CloudFrontKeyValueStoreClient({})): HostStore {
  const find = async (Key: string): Promise<string | undefined> => {
    const found = await client.send(new GetKeyCommand({ KvsARN, Key })).catch(ifNamed('ResourceNotFoundException'));
    return found?.Value;
  };

  async function write(changes: readonly Change[]): Promise<void> {
    const { ETag } = await client.send(new DescribeKeyValueStoreCommand({ KvsARN }));
    await client.send(
      new UpdateKeysCommand({
        KvsARN,
        IfMatch: ETag,
        Puts: changes.flatMap(({ key, value }) => (value === undefined ? [] : [{ Key: key, Value: value }])),
        Deletes: changes.flatMap(({ key, value }) => (value === undefined ? [{ Key: key }] : [])),
      }),
    );
  }

  async function writeSoon(changes: readonly Change[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write(changes);
      } catch (error) {
        if (attempt === maxAttempts || !isNamed(error, 'ConflictException')) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));
      }
    }
  }

  return {
    async apply(changes) {
      const wanted = toChanges(changes);
      const known = await Promise.all(wanted.map(({ key }) => find(key)));
      const open = wanted.filter(({ value }, index) => value !== known[index]);
      for (let at = 0; at < open.length; at += maxChanges) await writeSoon(open.slice(at, at + maxChanges));
    },
  };
}

interface Change {
  key: string;
  /** Undefined for a host that is gone. */
  value: string | undefined;
}

const toChanges = ({ put, remove }: HostChanges): Change[] => [
  ...[...put].map(([key, value]) => ({ key, value })),
  ...[...remove].filter((key) => !put.has(key)).map((key) => ({ key, value: undefined })),
];

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
const ifNamed =
  (name: string) =>
  (error: unknown): undefined => {
    if (isNamed(error, name)) return undefined;
    throw error;
  };
