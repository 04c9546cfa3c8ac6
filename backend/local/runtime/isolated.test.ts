import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogBook } from './log-book.ts';
import { createRuntime, type Runtime } from './runtime.ts';

/** What somebody tries who got out of all that a function itself bounds: the walls that are the process's own. */
const escaped = `
import net from 'node:net'; import dgram from 'node:dgram'; import http from 'node:http'; import tls from 'node:tls'; import dns from 'node:dns/promises';
import fs from 'node:fs'; import child from 'node:child_process'; import threads from 'node:worker_threads'; import inspector from 'node:inspector';
const connected = (socket) => new Promise((resolve, reject) => socket.on('connect', () => resolve('connected')).on('response', () => resolve('answered')).on('error', reject));
const ways = {
  readFile: () => fs.readFileSync('/etc/hosts', 'utf8'),
  listFiles: () => fs.readdirSync('/').join(),
  writeFile: () => fs.writeFileSync('${tmpdir()}/escaped', ''),
  startProcess: () => child.execSync('id').toString(),
  startThread: () => new threads.Worker('1', { eval: true }),
  startInspector: () => inspector.open(0),
  connect: ({ port }) => connected(net.connect(port, '127.0.0.1')),
  connectByName: ({ port }) => connected(net.connect(port, 'localhost')),
  connectPipe: () => connected(net.connect('/var/run/x.sock')),
  http: ({ port }) => connected(http.get({ port, host: '127.0.0.1' })),
  tls: ({ port }) => connected(tls.connect(port, '127.0.0.1')),
  listen: () => new Promise((resolve, reject) => net.createServer().on('error', reject).listen(0, () => resolve('listens'))),
  datagram: ({ port }) => new Promise((resolve, reject) => dgram.createSocket('udp4').on('error', reject).send('a', port, '127.0.0.1', (error) => error ? reject(error) : resolve('sent'))),
  lookup: () => dns.lookup('localhost'),
  resolve: () => dns.resolve4('shop.example'),
  fetch: ({ port }) => fetch('http://127.0.0.1:' + port),
  codeFromText: () => Function('return 1')(),
  bindings: () => process.binding('tcp_wrap'),
  builtins: () => process.getBuiltinModule('fs'),
  environment: () => { if (Object.keys(process.env).every((name) => name === 'NODE_ENV' || name === 'PWD')) throw new Error('empty'); return JSON.stringify(process.env) },
};
export const handler = async (event) => {
  try { return 'reached: ' + await ways[event.way](event) } catch (error) { return 'refused: ' + (error.code ?? error.message) }
};`;

const dir = mkdtempSync(path.join(tmpdir(), 'isolated-'));
const target = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
let runtime: Runtime;
let port: number;

beforeAll(async () => {
  mkdirSync(path.join(dir, 'escaped'));
  writeFileSync(path.join(dir, 'escaped', 'index.mjs'), escaped);
  const spec = { entry: '', kind: 'invoke', memoryMb: 64, timeoutMs: 5_000, isolation: 'tenant' } as const;
  runtime = createRuntime({
    functions: [{ ...spec, name: 'escaped' }],
    distDir: dir,
    region: 'eu-central-1',
    environmentsPerFunction: 2,
    envOf: () => ({ NODE_ENV: 'production', NODE_OPTIONS: '--disallow-code-generation-from-strings' }),
    logs: createLogBook(),
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  const address = target.address();
  port = address && typeof address === 'object' ? address.port : 0;
});
afterAll(async () => {
  await runtime.close();
  target.close();
  rmSync(dir, { recursive: true });
});

const ways = [...escaped.matchAll(/^ {2}(\w+): \(/gm)].map(([, way = '']) => way);

test('there are ways to try', () => expect(ways).toHaveLength(20));

test.each(ways)('a process that runs a tenant team’s code cannot: %s', async (way) => {
  const outcome = await runtime.invoke('escaped', { way, port }, { answer: 'json', tenantId: 'aria.mfe-a' });
  const refused = /^"refused: (ERR_ACCESS_DENIED|EACCES|Code generation from strings|\w+(\.\w+)? is not |empty)/;
  expect(outcome).toMatchObject({ kind: 'json', payload: expect.stringMatching(refused) });
});
