import type { IncomingMessage, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { html, page } from './html.ts';

/** The platform's own errors: a page for people, problem+json for programs. */
export function sendProblem(
  request: Pick<IncomingMessage, 'headers' | 'method'>,
  response: ServerResponse,
  problem: { status: number; code: string; detail: string },
): void {
  if (response.headersSent) return void response.destroy();
  const title = STATUS_CODES[problem.status] ?? 'Error';
  const forPeople = (request.headers.accept ?? '').includes('text/html');
  const body = forPeople
    ? page({
        title,
        body: html`<h1>${title}</h1>
          <p>${problem.detail}</p>`,
      })
    : JSON.stringify({ type: 'about:blank', title, ...problem });
  response.writeHead(problem.status, {
    'content-type': forPeople ? 'text/html; charset=utf-8' : 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
