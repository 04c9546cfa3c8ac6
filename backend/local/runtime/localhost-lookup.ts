import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const isLocal = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');

/** Resolves `*.localhost` to loopback in this thread, as browsers do, whatever the machine's resolver knows. */
export function resolveLocalhostNames(): void {
  const original = dns.lookup;
  const lookup = (host: string, ...rest: unknown[]): unknown => {
    const callback = rest.at(-1);
    if (!isLocal(host) || typeof callback !== 'function')
      return Reflect.apply(original, dns, [host, ...rest]) as unknown;
    const options = rest.length > 1 ? rest[0] : undefined;
    const all = typeof options === 'object' && options !== null && 'all' in options && options.all === true;
    process.nextTick(() => {
      if (all) Reflect.apply(callback, undefined, [null, [{ address: '127.0.0.1', family: 4 }]]);
      else Reflect.apply(callback, undefined, [null, '127.0.0.1', 4]);
    });
    return {};
  };
  Object.assign(dns, { lookup });
  syncBuiltinESMExports();
}
