/** The part of RFC 1035 that a resolver needs of a small zone: one question, answers of four kinds. */
export const recordTypes = { A: 1, CNAME: 5, TXT: 16 } as const;
export type RecordType = keyof typeof recordTypes;

export interface DnsRecord {
  type: RecordType;
  /** Lower case, without a final dot. */
  name: string;
  value: string;
}

export interface Question {
  id: number;
  name: string;
  /** Undefined for a kind that is not kept here. */
  type: RecordType | undefined;
  /** As it came: it is repeated in the answer. */
  bytes: Buffer;
}

const headerBytes = 12;
const ttlSeconds = 5;
const nameError = 3;

/** Undefined for what is no question. */
export function readQuestion(message: Buffer): Question | undefined {
  if (message.length < headerBytes + 5 || message.readUInt16BE(4) !== 1 || (message[2] ?? 0) & 0x80) return undefined;
  const labels: string[] = [];
  let at = headerBytes;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    if (length > 63 || at + 1 + length >= message.length) return undefined;
    labels.push(message.toString('ascii', at + 1, at + 1 + length));
    at += 1 + length;
  }
  if (at + 5 > message.length) return undefined;
  const code = message.readUInt16BE(at + 1);
  const type = (Object.keys(recordTypes) as RecordType[]).find((one) => recordTypes[one] === code);
  return {
    id: message.readUInt16BE(0),
    name: labels.join('.').toLowerCase(),
    type,
    bytes: message.subarray(headerBytes, at + 5),
  };
}

/** The answer of whoever is in charge of the name; `exists` tells an unknown name from one without such a record. */
export function writeAnswer({ id, bytes }: Question, answers: readonly DnsRecord[], exists: boolean): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16BE(id, 0);
  // Response, authoritative, recursion desired and available.
  header.writeUInt16BE(0x8580 | (exists ? 0 : nameError), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answers.length, 6);
  return Buffer.concat([header, bytes, ...answers.map(writeRecord)]);
}

function writeRecord({ type, name, value }: DnsRecord): Buffer {
  const data = writeData(type, value);
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(recordTypes[type], 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt32BE(ttlSeconds, 4);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([writeName(name), fixed, data]);
}

function writeData(type: RecordType, value: string): Buffer {
  if (type === 'A') return Buffer.from(value.split('.').map(Number));
  if (type === 'CNAME') return writeName(value);
  const parts = value.match(/.{1,200}/gs) ?? [''];
  return Buffer.concat(parts.map((part) => Buffer.concat([Buffer.from([Buffer.byteLength(part)]), Buffer.from(part)])));
}

const writeName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'ascii')])),
    Buffer.from([0]),
  ]);
