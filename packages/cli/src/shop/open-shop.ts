import { readCredential, writeCredential, type Credential } from '../auth/credentials.ts';
import { requestTokens } from '../auth/tokens.ts';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Ports } from '../io/ports.ts';
import { readConfig } from '../project/config.ts';
import { createShop, type Shop } from './shop.ts';

export interface ShopChoice {
  shop?: string | undefined;
  token?: string | undefined;
  /** Whose `tessera.config.json` is looked for, where no shop is named; the present folder without one. */
  folder?: string;
}

/** The shop a command is about: `--shop`, `TESSERA_SHOP`, or the nearest `tessera.config.json`. */
export async function originOf(ports: Ports, { shop, folder }: ShopChoice): Promise<string> {
  const named =
    shop ?? (ports.env['TESSERA_SHOP'] || undefined) ?? (await readConfig(ports.fs, folder ?? ports.cwd)).shop;
  if (named !== undefined && URL.canParse(named)) return new URL(named).origin;
  throw new CliError({
    code: 'no_shop',
    message: named === undefined ? 'Which shop?' : `“${named}” is no address of a shop.`,
    fix: 'Name it with --shop https://shop.example, in TESSERA_SHOP, or as "shop" in tessera.config.json.',
    exit: exitCodes.usage,
  });
}

/** The shop, spoken to as `--token`, `TESSERA_TOKEN`, or whoever signed in. */
export async function openShop(ports: Ports, choice: ShopChoice): Promise<Shop> {
  const origin = await originOf(ports, choice);
  const token = choice.token ?? (ports.env['TESSERA_TOKEN'] || undefined);
  if (token !== undefined) return createShop({ origin, fetch: ports.fetch, bearer: () => Promise.resolve(token) });
  let credential = await readCredential(ports, origin);
  return createShop({
    origin,
    fetch: ports.fetch,
    async bearer() {
      if (credential && credential.expiresAt - ports.now() < earlyMs)
        credential = await renew(ports, origin, credential);
      return credential?.accessToken;
    },
  });
}

/** So much earlier than it ends a token is renewed. */
const earlyMs = 60_000;

async function renew(ports: Ports, origin: string, credential: Credential): Promise<Credential | undefined> {
  const { refreshToken } = credential;
  if (refreshToken === undefined) return undefined;
  const renewed = await requestTokens(ports, credential, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  await writeCredential(ports, origin, renewed);
  return renewed;
}
