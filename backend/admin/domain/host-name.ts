import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

export type HostName = { ok: true; host: string } | { ok: false; reason: 'malformed' | 'reserved' };

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A host as DNS and the edge know it: lower case, ASCII, without port and final dot; never one of the platform's own. */
export function parseHostName(text: string, platformHosts: readonly string[]): HostName {
  const name = text.trim().replace(/\.$/, '');
  // `domainToASCII` reads the host out of what looks like an address.
  const host = /[\s/:?#@%\\]/.test(name) ? '' : domainToASCII(name).toLowerCase();
  const labels = host.split('.');
  if (labels.length < 2 || host.length > 253 || isIP(host) !== 0 || !labels.every((one) => label.test(one)))
    return { ok: false, reason: 'malformed' };
  const reserved = platformHosts.some((own) => host === own || host.endsWith(`.${own}`)) || /^cdn\./.test(host);
  return reserved ? { ok: false, reason: 'reserved' } : { ok: true, host };
}
