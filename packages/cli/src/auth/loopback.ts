import { createServer } from 'node:http';
import { CliError } from '../cli-error.ts';

export interface Loopback {
  redirectUri: string;
  /** Settles with the code of the sign-in that `state` names. */
  code: Promise<string>;
  close(): void;
}

/** Listens where the hosted page leads back to: at the first of the registered addresses that is free. */
export async function listenForCode(redirectUris: readonly string[], state: string): Promise<Loopback> {
  for (const redirectUri of redirectUris) {
    const listening = await listen(redirectUri, state);
    if (listening) return listening;
  }
  throw new CliError({
    code: 'ports_taken',
    message: `Sign-in leads back to ${redirectUris.join(' or ')}, and other programs listen there.`,
    fix: 'Stop one of them, or use a deploy token in TESSERA_TOKEN.',
  });
}

function listen(redirectUri: string, state: string): Promise<Loopback | undefined> {
  const { hostname, port, pathname } = new URL(redirectUri);
  const arrived = Promise.withResolvers<string>();
  // Nobody may be waiting yet when it fails.
  arrived.promise.catch(() => undefined);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', redirectUri);
    if (url.pathname !== pathname) return void response.writeHead(404).end();
    // Anybody's page can send the browser here: only the answer to this very sign-in is taken.
    if (url.searchParams.get('state') !== state) return void response.writeHead(400).end('Not this sign-in.');
    const code = url.searchParams.get('code');
    const error = url.searchParams.get('error_description') ?? url.searchParams.get('error') ?? 'no code came';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
    response.end(page(code === null ? `Not signed in: ${error}` : 'You are signed in.'));
    if (code !== null) arrived.resolve(code);
    else arrived.reject(new CliError({ code: 'sign_in_refused', message: `The shop did not sign you in: ${error}` }));
  });
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(Number(port), hostname, () =>
      resolve({ redirectUri, code: arrived.promise, close: () => void server.close().closeAllConnections() }),
    );
  });
}

const page = (words: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tessera</title><meta name="viewport" content="width=device-width">
<style>body{font:1.1rem/1.5 system-ui;margin:20vh auto;max-width:26rem;padding:0 1rem;color-scheme:light dark}</style>
<h1>${words.replace(/[<>&]/g, '')}</h1><p>Close this tab and go back to the terminal.</p>`;
