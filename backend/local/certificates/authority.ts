import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Issued = z.object({
  id: z.string(),
  host: z.string(),
  status: z.enum(['pending', 'issued', 'failed']),
  requestedAt: z.string(),
});
export type IssuedCertificate = z.infer<typeof Issued>;

export interface AuthorityOptions {
  file: string;
  /** Whether a request to the host would arrive here: what HTTP validation finds out. */
  arrives(host: string): Promise<boolean>;
  now?: () => number;
}

/** How long a real one waits for its validation. */
const validationMs = 72 * 3600_000;

/** Issues certificates in name only: locally nothing is encrypted, but the states and their order are the real ones. */
export function createAuthority({ file, arrives, now = Date.now }: AuthorityOptions) {
  mkdirSync(path.dirname(file), { recursive: true });
  let certificates = read(file);
  const save = (next: readonly IssuedCertificate[]): void => {
    certificates = next;
    writeFileSync(`${file}.new`, JSON.stringify(certificates, null, 2));
    renameSync(`${file}.new`, file);
  };

  async function validate(certificate: IssuedCertificate): Promise<IssuedCertificate> {
    if (certificate.status !== 'pending') return certificate;
    const overdue = now() - Date.parse(certificate.requestedAt) > validationMs;
    const status = (await arrives(certificate.host)) ? 'issued' : overdue ? 'failed' : 'pending';
    const next = { ...certificate, status } as const;
    if (status !== 'pending') save(certificates.map((one) => (one.id === certificate.id ? next : one)));
    return next;
  }

  return {
    list: () => certificates,
    request(host: string): IssuedCertificate {
      const made = {
        id: `crt-${randomUUID()}`,
        host,
        status: 'pending',
        requestedAt: new Date(now()).toISOString(),
      } as const;
      save([...certificates, made]);
      return made;
    },
    async find(id: string): Promise<IssuedCertificate | undefined> {
      const known = certificates.find((one) => one.id === id);
      return known && validate(known);
    },
    remove(id: string): boolean {
      const others = certificates.filter((one) => one.id !== id);
      const removed = others.length < certificates.length;
      if (removed) save(others);
      return removed;
    },
  };
}

export type Authority = ReturnType<typeof createAuthority>;

function read(file: string): readonly IssuedCertificate[] {
  try {
    return z.array(Issued).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
