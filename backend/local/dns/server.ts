import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { readQuestion, writeAnswer, type DnsRecord, type Question } from './message.ts';
import type { Zone } from './zone.ts';

const longestChain = 8;

/** An authoritative name server on loopback. */
export async function startDnsServer(zone: Zone): Promise<{ address: string; stop(): Promise<void> }> {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const question = readQuestion(message);
    if (question) socket.send(answer(question, zone.list()), from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', resolve);
  });
  const { port } = socket.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** An alias is followed as far as this zone knows. */
function answer(question: Question, records: readonly DnsRecord[]): Buffer {
  const found: DnsRecord[] = [];
  let { name } = question;
  const exists = records.some((record) => record.name === name);
  for (let step = 0; step < longestChain; step++) {
    const own = records.filter((record) => record.name === name);
    found.push(...own.filter(({ type }) => type === question.type));
    const alias = question.type === 'CNAME' ? undefined : own.find(({ type }) => type === 'CNAME');
    if (!alias) break;
    found.push(alias);
    name = alias.value;
  }
  return writeAnswer(question, found, exists);
}
