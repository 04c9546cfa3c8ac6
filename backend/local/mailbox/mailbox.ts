import type { RequestListener, ServerResponse } from 'node:http';
import type { Mail, MailStore } from '../engines/mail-store.ts';
import { html, page, type Html } from '../html.ts';
import { sendProblem } from '../problem-page.ts';
import { sendPage } from '../send-page.ts';

/** `mail.localhost`: everything that was sent, to read. */
export function createMailbox(mail: MailStore): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://mail.localhost');
    const to = url.searchParams.get('to')?.trim().toLowerCase() ?? '';
    if (url.pathname === '/') return sendPage(response, listPage(mail.list(to ? { to } : {}), to));
    if (url.pathname === '/messages.json') return sendJson(response, mail.list(to ? { to } : {}));
    const [, id = '', part] = /^\/messages\/([0-9a-f-]{36})(\/html)?$/.exec(url.pathname) ?? [];
    const message = id === '' ? undefined : mail.find(id);
    if (!message)
      return sendProblem(request, response, { status: 404, code: 'not_found', detail: 'There is no such message.' });
    return part ? sendMarkup(response, message.html ?? '') : sendPage(response, messagePage(message));
  };
}

function listPage(messages: readonly Mail[], to: string): string {
  const body = html`<h1>Mailbox</h1>
    <form class="filter" method="get" action="/">
      <label>Recipient <input type="email" name="to" value="${to}" autocomplete="off" /></label>
      <button>Show</button>
    </form>
    ${messages.length === 0 ? html`<p class="empty">${to ? `Nothing was sent to ${to}.` : 'No mail yet. Receipts and sign-in codes arrive here.'}</p>` : table(messages)}`;
  return page({ title: 'Mailbox', nav: html`<strong>Mail</strong>`, body });
}

const table = (messages: readonly Mail[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Messages">
    <table>
      <thead>
        <tr>
          <th scope="col">Subject</th>
          <th scope="col">To</th>
          <th scope="col">From</th>
          <th scope="col">Sent</th>
        </tr>
      </thead>
      <tbody>
        ${messages.map(
          (one) =>
            html`<tr>
              <td><a href="/messages/${one.id}">${one.subject}</a></td>
              <td>${one.to.join(', ')}</td>
              <td>${one.from}</td>
              <td>${time(one.at)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

function messagePage(message: Mail): string {
  const body = html`<p><a href="/">All mail</a></p>
    <h1>${message.subject}</h1>
    <dl>
      <dt>From</dt>
      <dd>${message.from}</dd>
      <dt>To</dt>
      <dd>${message.to.join(', ')}</dd>
      <dt>Sent</dt>
      <dd>${time(message.at)}</dd>
    </dl>
    ${
      message.html === undefined
        ? undefined
        : html`<h2>Message</h2>
            <iframe title="Message" src="/messages/${message.id}/html"></iframe>`
    }
    ${
      message.text === undefined
        ? undefined
        : html`<h2>Plain text</h2>
            <pre>${linked(message.text)}</pre>`
    }`;
  return page({ title: message.subject, nav: html`<strong>Mail</strong>`, body });
}

/** Addresses in plain text can be followed, as in any mail program. */
function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}

const time = (at: number): Html => {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${iso.replace('T', ' ').slice(0, 19)}</time>`;
};

/** A mail's markup is somebody else's: no scripts, no frames, links open outside. */
function sendMarkup(response: ServerResponse, markup: string): void {
  const body = `<base target="_blank">${markup}`;
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox",
    'cache-control': 'no-store',
  });
  response.end(body);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}
