import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import type { DnsRecord } from './message.ts';

const hostName = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;
const Name = z
  .string()
  .trim()
  .transform((name) => name.toLowerCase().replace(/\.$/, ''))
  .pipe(z.string().max(253).regex(hostName, 'is no host name'));

export const Record = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('TXT'),
    name: Name,
    value: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .regex(/^[ -~]*$/, 'takes ASCII'),
  }),
  z.object({ type: z.literal('CNAME'), name: Name, value: Name }),
  z.object({ type: z.literal('A'), name: Name, value: z.string().trim().refine(isIPv4, 'is no IPv4 address') }),
]);

/** All names of this machine's own DNS. */
export interface Zone {
  list(): readonly DnsRecord[];
  /** Adds a record; an alias replaces the one its name had. */
  put(record: DnsRecord): void;
  remove(record: DnsRecord): void;
}

/** Kept in a file, which is replaced as a whole. */
export function createZone(file: string, fixed: readonly DnsRecord[]): Zone {
  mkdirSync(path.dirname(file), { recursive: true });
  let records = read(file);
  const save = (next: readonly DnsRecord[]): void => {
    records = next;
    writeFileSync(`${file}.new`, JSON.stringify(records, null, 2));
    renameSync(`${file}.new`, file);
  };
  const isSame = (a: DnsRecord, b: DnsRecord) => a.type === b.type && a.name === b.name && a.value === b.value;
  return {
    list: () => [...fixed, ...records],
    put(record) {
      const others = records.filter(
        (one) => !isSame(one, record) && !(record.type === 'CNAME' && one.type === 'CNAME' && one.name === record.name),
      );
      save([...others, record]);
    },
    remove: (record) => save(records.filter((one) => !isSame(one, record))),
  };
}

function read(file: string): readonly DnsRecord[] {
  try {
    return z.array(Record).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
