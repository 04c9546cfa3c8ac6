import type { Locale } from '@tessera/contracts/tenant.ts';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { FlowDependencies } from '../flows/types.ts';
import type { IdentityOptions } from '../identity.ts';
import type { Tenants } from '../tenants.ts';
import { pageLanguageOf } from '../../page-language.ts';
import { wordsOf } from '../words/words.ts';
import { renderErrorPage } from './error-page.ts';
import { findFontFile } from './fonts.ts';
import { createInteractions } from './interactions.ts';
import { renderPage } from './layout.ts';
import { shopsPage } from './pages.ts';
import { sendFile, sendPage } from './send.ts';
import { createSignOut } from './sign-out.ts';

type Options = FlowDependencies &
  Pick<IdentityOptions, 'callbackUrl' | 'publicOrigin'> & { provider: Provider; tenants: Tenants };

/** Everything on the hosted pages' host. */
export function createIdentityListener(options: Options): RequestListener {
  const { provider, tenants } = options;
  const toProvider = provider.callback();
  const callbackOrigin = new URL(options.callbackUrl).origin;
  const signOut = createSignOut({ provider, tenantOfClient: tenants.ofClient, originsOf: tenants.originsOf });
  const interact = createInteractions({
    ...options,
    tenantOfClient: tenants.ofClient,
    formTargetsOf: async (tenant) => [callbackOrigin, ...(await tenants.originsOf(tenant))],
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', options.publicOrigin);
    const font = findFontFile(url.pathname);
    if (font) return sendFile(response, font);
    if (url.pathname === '/') return sendPage(response, await shops(languageOf(request)));
    if (url.pathname === '/logout') return signOut(request, response, url.searchParams);
    if (await interact(request, response, url.pathname)) return;
    if (url.pathname === '/signup') request.url = toSignUpHint(url);
    await toProvider(request, response);
  }

  async function shops(language: Locale) {
    const words = wordsOf(language);
    const links = await Promise.all(
      tenants.all().map(async (tenant) => ({ name: tenant.name, href: (await tenants.originsOf(tenant))[0] ?? '/' })),
    );
    return renderPage({ status: 200, language, title: words.shops.title, body: shopsPage(words, links) });
  }

  return (request, response) => {
    answer(request, response).catch(async () => {
      if (response.headersSent) return response.destroy();
      sendPage(response, await renderErrorPage(500, languageOf(request)));
    });
  };
}

const languageOf = (request: IncomingMessage) => pageLanguageOf(undefined, request.headers['accept-language']);

/** Cognito has sign-up under an address of its own, with the parameters of authorize. */
function toSignUpHint(url: URL): string {
  url.searchParams.set('screen_hint', 'sign-up');
  return `/oauth2/authorize${url.search}`;
}
