import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { pathToFileURL } from 'node:url';

/*
 * The runtime of a function whose tenants share no environment: a process under Node's permissions, which know files,
 * child processes, threads and addons. They do not know the network, so that is taken away here, before the bundle is
 * loaded. It imports nothing of its own, because the process may read no file but this one and the bundle.
 */

type Handler = (event: unknown, context: object) => unknown;
interface Invoke {
  event: string;
  requestId: string;
}

const { exit } = process;
const send = process.send?.bind(process);
const say = (message: object): void => void send?.(message);

// Whatever is thrown may be made by a team's code: it is not looked at.
for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, () => exit.call(process, 1));
process.on('disconnect', () => exit.call(process, 0));

takeAwayNetwork();
const startedAt = performance.now();
try {
  const handler = handlerOf(await import(pathToFileURL(process.argv[2] ?? '').href));
  process.on('message', (message: Invoke) => void answer(handler, message));
  say({ type: 'ready', initMs: performance.now() - startedAt });
} catch (error) {
  say({ type: 'init-failed', error: describe(error) });
}

async function answer(handler: Handler, { event, requestId }: Invoke): Promise<void> {
  try {
    const result = await handler(JSON.parse(event), { awsRequestId: requestId });
    say({ type: 'result', payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    say({ type: 'failed', error: describe(error) });
  }
}

function handlerOf(bundle: unknown): Handler {
  if (typeof bundle === 'object' && bundle !== null && 'handler' in bundle && typeof bundle.handler === 'function')
    return bundle.handler as Handler;
  throw new Error('index.handler is undefined or not exported');
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: 'It failed', trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: [] };
}

/** Every way out has one of these natives below it; what calls them is told that it may not. */
function takeAwayNetwork(): void {
  // EACCES, as the native itself would answer.
  const refuseNative = (): number => -13;
  const refuse = (): never => {
    throw Object.assign(new Error('There is no network here'), { code: 'EACCES' });
  };
  const [tcp, pipe] = [
    net.createServer().listen(0),
    new net.Socket().connect('/nonexistent').on('error', () => undefined),
  ];
  const udp = dgram.createSocket('udp4');
  const udpState = Object.getOwnPropertySymbols(udp).map((symbol) => Reflect.get(udp, symbol) as unknown);
  const handles: unknown[] = [
    Reflect.get(tcp, '_handle'),
    Reflect.get(pipe, '_handle'),
    ...udpState.map((state) =>
      typeof state === 'object' && state !== null ? Reflect.get(state, 'handle') : undefined,
    ),
    Reflect.get(new dns.Resolver(), '_handle'),
    Reflect.get(new dns.promises.Resolver(), '_handle'),
  ];
  tcp.close();
  pipe.destroy();
  udp.close();
  const natives = handles.filter((handle): handle is object => typeof handle === 'object' && handle !== null);
  if (natives.length < 5) throw new Error(`the network was not found: ${natives.length} of 5`);
  for (const handle of natives) {
    const prototype: unknown = Object.getPrototypeOf(handle);
    if (typeof prototype !== 'object' || prototype === null) throw new Error('a native has no prototype');
    for (const name of Object.getOwnPropertyNames(prototype))
      if (/^(connect|bind|listen|open|send|recv|query|getHostByAddr|addMembership|addSourceSpecific)/.test(name))
        Object.defineProperty(prototype, name, { value: refuseNative, writable: false, configurable: false });
  }
  for (const name of ['lookup', 'lookupService'] as const)
    for (const module of [dns, dns.promises]) Object.defineProperty(module, name, { value: refuse });
  syncBuiltinESMExports();
  for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
  for (const name of ['getBuiltinModule', 'binding', '_linkedBinding', 'dlopen', 'kill', '_kill', '_debugProcess'])
    Reflect.deleteProperty(process, name);
}
