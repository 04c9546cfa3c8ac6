import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { createForgotFlow, createResetFlow } from '../flows/reset.ts';
import { createSignInFlow } from '../flows/sign-in.ts';
import { createResendFlow, createSignUpFlow, createVerifyFlow } from '../flows/sign-up.ts';
import type { Flow, FlowContext, FlowDependencies, FlowResult, Step } from '../flows/types.ts';
import type { IdentityTenant } from '../types.ts';
import { readFormBody } from './body.ts';
import { renderErrorPage } from './error-page.ts';
import { renderPage } from './layout.ts';
import { forgotPage, resetPage, signInPage, signUpPage, verifyPage, type PageState } from './pages.ts';
import { redirect, sendPage } from './send.ts';
import { pageLanguageOf } from '../../page-language.ts';
import { wordsOf } from '../words/words.ts';

const pages = {
  'sign-in': signInPage,
  'sign-up': signUpPage,
  verify: verifyPage,
  forgot: forgotPage,
  reset: resetPage,
};
const pathPattern = /^\/interaction\/([\w-]{10,64})(?:\/([a-z-]+))?$/;

export interface InteractionOptions extends FlowDependencies {
  provider: Provider;
  publicOrigin: string;
  tenantOfClient: (clientId: string) => IdentityTenant | undefined;
  /** Origins a finished sign-in may lead to. */
  formTargetsOf: (tenant: IdentityTenant) => Promise<readonly string[]>;
}

/** The hosted pages of one sign-in: every step is a page with a form, and works without script. */
export function createInteractions(options: InteractionOptions) {
  const flows: Record<string, Flow> = {
    'sign-in': createSignInFlow(options),
    'sign-up': createSignUpFlow(options),
    verify: createVerifyFlow(options),
    resend: createResendFlow(options),
    forgot: createForgotFlow(options),
    reset: createResetFlow(options),
  };

  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> => {
    const match = pathPattern.exec(path);
    if (!match) return false;
    const uid = match[1] ?? '';
    const details = await options.provider.interactionDetails(request, response).catch(() => undefined);
    const clientId = String(details?.params['client_id'] ?? '');
    const wished = details?.params['ui_locales'];
    const language = pageLanguageOf(
      typeof wished === 'string' ? wished : undefined,
      request.headers['accept-language'],
    );
    const tenant = options.tenantOfClient(clientId);
    if (details?.uid !== uid || !tenant) {
      sendPage(response, await renderErrorPage(400, language));
      return true;
    }
    const address = request.socket.remoteAddress ?? '';
    const context: FlowContext = { uid, clientId, tenant, address, language, words: wordsOf(language) };
    const hinted: Step = details.params['screen_hint'] === 'sign-up' ? 'sign-up' : 'sign-in';
    const action = match[2] ?? hinted;
    if (request.method === 'POST') await post(request, response, context, action);
    else await show(response, context, stepOf(action, context));
    return true;
  };

  async function post(request: IncomingMessage, response: ServerResponse, context: FlowContext, action: string) {
    const flow = Object.hasOwn(flows, action) ? flows[action] : undefined;
    const { origin } = request.headers;
    const form = flow && (await readFormBody(request));
    if (!flow || !form || (origin && origin !== options.publicOrigin))
      return sendPage(response, await renderErrorPage(flow && form ? 403 : 400, context.language));
    await follow(request, response, context, await flow(context, form));
  }

  async function follow(request: IncomingMessage, response: ServerResponse, context: FlowContext, result: FlowResult) {
    switch (result.next) {
      case 'go':
        return redirect(response, `/interaction/${context.uid}/${result.step}`);
      case 'finish':
        return options.provider.interactionFinished(
          request,
          response,
          { login: { accountId: result.sub, amr: ['pwd'] } },
          { mergeWithLastSubmission: false },
        );
      case 'show':
        return show(response, context, result);
    }
  }

  /** A step that waits for a code is reached only with one under way. */
  function stepOf(action: string, context: FlowContext) {
    const step: Step = isStep(action) ? action : 'sign-in';
    const waiting = options.pending.get(context.uid);
    if (step !== 'verify' && step !== 'reset') return { step, status: 200, state: {} };
    if (!waiting)
      return { step: step === 'verify' ? ('sign-up' as const) : ('forgot' as const), status: 200, state: {} };
    return { step, status: 200, state: { email: waiting.email } };
  }

  async function show(
    response: ServerResponse,
    { uid, tenant, language, words }: FlowContext,
    view: { step: Step; status: number; state: Partial<PageState>; retryAfterSeconds?: number },
  ) {
    const state: PageState = { ...view.state, words, base: `/interaction/${uid}`, shop: tenant.name };
    const title = words.titles[view.step];
    const page = await renderPage({
      status: view.status,
      language,
      title: view.status >= 400 ? words.errorTitle(title) : title,
      tenant,
      formTargets: await options.formTargetsOf(tenant),
      body: pages[view.step](state),
      ...(view.retryAfterSeconds ? { headers: { 'retry-after': String(view.retryAfterSeconds) } } : {}),
    });
    sendPage(response, page);
  }
}

const isStep = (value: string): value is Step => Object.hasOwn(pages, value);
