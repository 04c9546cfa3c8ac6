import path from 'node:path';
import { homedir } from 'node:os';
import { z } from 'zod';
import type { Ports } from '../io/ports.ts';

/** Tokens of a person at one shop. */
export const Credential = z.object({
  clientId: z.string(),
  tokenUrl: z.url(),
  accessToken: z.string(),
  refreshToken: z.string().optional(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});
export type Credential = z.infer<typeof Credential>;

const Store = z.object({ shops: z.record(z.string(), Credential) });

/** Where tokens are kept: `$XDG_CONFIG_HOME/tessera/credentials.json`, readable by its owner alone. */
export const credentialsFile = (env: Ports['env']): string =>
  path.join(env['XDG_CONFIG_HOME'] || path.join(env['HOME'] || homedir(), '.config'), 'tessera', 'credentials.json');

export async function readCredential({ fs, env }: Ports, origin: string): Promise<Credential | undefined> {
  return (await readStore(fs, credentialsFile(env))).shops[origin];
}

/** Writes, or with undefined forgets, the tokens of a shop. The file is replaced whole: a crash leaves the old one. */
export async function writeCredential(
  { fs, env }: Ports,
  origin: string,
  credential: Credential | undefined,
): Promise<void> {
  const file = credentialsFile(env);
  const { shops } = await readStore(fs, file);
  const { [origin]: _, ...others } = shops;
  const store = { shops: credential === undefined ? others : { ...others, [origin]: credential } };
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await fs.writeFile(draft, `${JSON.stringify(store, null, 2)}\n`, { mode: 0o600 });
  // A draft that a killed process left behind keeps its mode when it is written to.
  await fs.chmod(draft, 0o600);
  await fs.rename(draft, file);
}

async function readStore(fs: Ports['fs'], file: string): Promise<z.infer<typeof Store>> {
  const text = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { shops: {} };
  try {
    return Store.parse(JSON.parse(text));
  } catch {
    return { shops: {} };
  }
}
