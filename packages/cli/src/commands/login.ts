import { releasesApi } from '@tessera/contracts/api/releases.ts';
import { readCredential, writeCredential } from '../auth/credentials.ts';
import { listenForCode } from '../auth/loopback.ts';
import { createPkce } from '../auth/pkce.ts';
import { requestTokens, revoke } from '../auth/tokens.ts';
import { CliError } from '../cli-error.ts';
import type { Ports } from '../io/ports.ts';
import { openShop, originOf } from '../shop/open-shop.ts';
import { createShop } from '../shop/shop.ts';
import type { Handler } from './handlers.ts';

export const login: Handler<'login'> = async (command, { ports, ui }) => {
  const origin = await originOf(ports, command);
  const nobody = createShop({ origin, fetch: ports.fetch, bearer: () => Promise.resolve(undefined) });
  const signIn = await nobody.call(releasesApi.cliSignIn);
  const pkce = createPkce();
  const loopback = await listenForCode(signIn.redirectUris, pkce.state);
  try {
    const address = new URL(signIn.authorizeUrl);
    for (const [name, value] of Object.entries({
      ...{ response_type: 'code', client_id: signIn.clientId, redirect_uri: loopback.redirectUri },
      ...{ scope: signIn.scopes.join(' '), state: pkce.state },
      ...{ code_challenge: pkce.challenge, code_challenge_method: 'S256' },
    }))
      address.searchParams.set(name, value);
    const opened = command.open && (await ports.openBrowser(address.href));
    ui.note(`${opened ? 'Sign in in the browser, or open' : 'Open this address to sign in:'}\n  ${address.href}`);
    const code = await ui.step('Wait for the sign-in', () => arrival(loopback.code, ports.signal));
    const credential = await requestTokens(ports, signIn, {
      ...{ grant_type: 'authorization_code', code, redirect_uri: loopback.redirectUri },
      code_verifier: pkce.verifier,
    });
    await writeCredential(ports, origin, credential);
  } finally {
    loopback.close();
  }
  const caller = await (await openShop(withoutToken(ports), { shop: origin })).call(releasesApi.caller);
  return {
    data: { shop: origin, caller },
    text: `Signed in at ${origin} as ${caller.name} (${caller.roles.join(', ') || 'no role'}).`,
  };
};

export const logout: Handler<'logout'> = async (command, { ports }) => {
  const origin = await originOf(ports, command);
  const credential = await readCredential(ports, origin);
  if (!credential) return { data: { shop: origin, wasSignedIn: false }, text: `Nobody was signed in at ${origin}.` };
  await writeCredential(ports, origin, undefined);
  const revoked = await revoke(ports.fetch, credential).catch(() => false);
  const there = revoked ? '' : ' The shop was not reached: the session ends there by itself.';
  return { data: { shop: origin, wasSignedIn: true, revoked }, text: `Signed out of ${origin}.${there}` };
};

/** Who signs in is told who that is, not whose token is in the environment. */
const withoutToken = (ports: Ports): Ports => ({ ...ports, env: { ...ports.env, TESSERA_TOKEN: undefined } });

const patienceMs = 5 * 60_000;

function arrival(code: Promise<string>, signal: AbortSignal): Promise<string> {
  const over = Promise.withResolvers<never>();
  const giveUp = (): void =>
    over.reject(
      new CliError({ code: 'sign_in_late', message: 'Nobody signed in.', fix: 'Run `tessera login` again.' }),
    );
  const timer = setTimeout(giveUp, patienceMs);
  signal.addEventListener('abort', giveUp, { once: true });
  return Promise.race([code, over.promise]).finally(() => clearTimeout(timer));
}
