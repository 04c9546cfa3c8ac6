import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const isLocal = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');

/** Lets `shop.localhost` be found on this machine, as browsers find it and not every system does. */
export function resolveLocalhostNames(): void {
  const original = dns.lookup;
  const lookup = (host: string, ...rest: unknown[]): unknown => {
    const callback = rest.at(-1);
    if (!isLocal(host) || typeof callback !== 'function') return Reflect.apply(original, dns, [host, ...rest]);
    const [options] = rest;
    const all = typeof options === 'object' && options !== null && 'all' in options && options.all === true;
    const answer = all ? [null, [{ address: '127.0.0.1', family: 4 }]] : [null, '127.0.0.1', 4];
    process.nextTick(() => void Reflect.apply(callback, undefined, answer));
    return {};
  };
  Object.assign(dns, { lookup });
  syncBuiltinESMExports();
}
