import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { handleOperator, type OperatorParts } from './operator/handler.ts';
import { findAsset } from './pages/assets.ts';
import { renderNotice } from './pages/layout.ts';
import { redirect, sendPage } from './pages/respond.ts';
import { isOwnForm } from './pages/same-origin.ts';
import { handlePaymentPage } from './payment-page/handler.ts';

interface ListenerParts extends OperatorParts {
  api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  /** Called when an answer is sent: what was written may have webhooks waiting. */
  afterRequest(): void;
}

/** Tells the API, the pages and their files apart. */
export function createListener(parts: ListenerParts): RequestListener {
  return (request, response) => {
    answer(parts, request, response)
      .catch((error: unknown) => {
        console.error(error);
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end('Something went wrong on the payment server.');
      })
      .finally(() => {
        if (request.method !== 'GET') parts.afterRequest();
      });
  };
}

async function answer(parts: ListenerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { account } = parts;
  const url = new URL(request.url ?? '/', account.publicOrigin);
  if (url.pathname.startsWith('/v1/')) return parts.api(request, response, url);
  const asset = findAsset(url.pathname);
  if (asset) {
    response.writeHead(200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    response.end(asset.body);
    return;
  }
  if (request.method === 'POST' && !isOwnForm(request, account.publicOrigin))
    return sendPage(response, 403, foreignForm);
  if (url.pathname === '/') return redirect(response, '/operator');
  if (url.pathname === '/operator' || url.pathname.startsWith('/operator/'))
    return handleOperator(parts, request, response, url);
  if (!(await handlePaymentPage(account, request, response, url.pathname))) sendPage(response, 404, nothingHere);
}

const foreignForm = renderNotice({
  title: 'This form came from another site',
  text: 'Open the payment page from the shop and try again.',
  locale: 'en',
});

const nothingHere = renderNotice({ title: 'Nothing here', text: 'There is no such page.', locale: 'en' });
