import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { IdentityTenant } from '../types.ts';
import { pageLanguageOf } from '../../page-language.ts';
import { wordsOf } from '../words/words.ts';
import { renderPage } from './layout.ts';
import { messagePage } from './pages.ts';
import { redirect, sendPage } from './send.ts';

export interface SignOutOptions {
  provider: Provider;
  tenantOfClient: (clientId: string) => IdentityTenant | undefined;
  /** Origins of the shop a visitor may be sent back to. */
  originsOf: (tenant: IdentityTenant) => Promise<readonly string[]>;
}

/** `/logout?client_id&logout_uri`, as Cognito has it: ends the hosted session at once and goes back to the shop. */
export function createSignOut({ provider, tenantOfClient, originsOf }: SignOutOptions) {
  return async (request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> => {
    const context = provider.createContext(request, response);
    const session = await provider.Session.get(context);
    if (session.accountId) await session.destroy();
    const name = provider.cookieName('session');
    response.setHeader('set-cookie', [expired(name), expired(`${name}.sig`)]);

    const tenant = tenantOfClient(query.get('client_id') ?? '');
    const target = query.get('logout_uri');
    if (tenant && target && URL.canParse(target) && (await originsOf(tenant)).includes(new URL(target).origin))
      return redirect(response, target);
    const language = pageLanguageOf(undefined, request.headers['accept-language']);
    const { title, text } = wordsOf(language).signedOut;
    sendPage(response, await renderPage({ status: 200, language, title, tenant, body: messagePage(title, text) }));
  };
}

const expired = (name: string) => `${name}=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax`;
