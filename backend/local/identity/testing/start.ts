import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listenOnLoopback } from '../hosted/loopback.ts';
import { startIdentity, type IdentityOptions } from '../identity.ts';
import type { Mail } from '../types.ts';
import { createVisitor } from './visitor.ts';

export const authOrigin = 'http://auth.localhost:8080';
export const callbackUrl = 'http://id.localhost:8080/api/session/callback';

/** The real identity service with two shops, a user, and a mailbox that tests can open. */
export async function startTestIdentity(overrides: Partial<IdentityOptions> = {}) {
  const stateDir = overrides.stateDir ?? (await mkdtemp(path.join(tmpdir(), 'identity-')));
  const mails: Mail[] = [];
  const identity = await startIdentity({
    stateDir,
    publicOrigin: authOrigin,
    callbackUrl,
    sendMail: (mail) => Promise.resolve(void mails.push(mail)),
    tenants: [
      { id: 'aria', name: 'Aria Records' },
      { id: 'folio', name: 'Folio Press' },
    ],
    ...overrides,
  });
  const door = await listenOnLoopback(identity.listener);
  const port = Number(new URL(door.origin).port);
  return {
    identity,
    stateDir,
    mails,
    port,
    newVisitor: () => createVisitor(() => port),
    async stop(options: { keep?: boolean } = {}) {
      await door.stop();
      await identity.stop();
      if (!options.keep) await rm(stateDir, { recursive: true, force: true });
    },
  };
}

export type TestIdentity = Awaited<ReturnType<typeof startTestIdentity>>;

export async function codeFrom(mails: readonly Mail[], to: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const code = /\b(\d{6})\b/.exec(mails.filter((mail) => mail.to === to).at(-1)?.text ?? '')?.[1];
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`No code for ${to}`);
}

export function authorizeUrl(clientId: string, path = '/oauth2/authorize') {
  const verifier = randomBytes(32).toString('base64url');
  const url = new URL(path, authOrigin);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callbackUrl,
    scope: 'openid email profile',
    state: 'state-of-the-shop',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return { url, verifier };
}
