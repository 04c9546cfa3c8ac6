import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { html, page, type Html } from '../html.ts';
import { sendProblem } from '../problem-page.ts';
import { sendPage } from '../send-page.ts';
import type { IssuedCertificate } from '../certificates/authority.ts';
import { Record, type Zone } from './zone.ts';

export interface DnsPageOptions {
  zone: Zone;
  certificates(): readonly IssuedCertificate[];
}

/** `dns.localhost`: sets the records that a domain's owner would set at their provider, by form or as JSON. */
export function createDnsPage(options: DnsPageOptions): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://dns.localhost');
    if (request.method === 'GET' && pathname === '/') return sendPage(response, overview(options));
    if (request.method === 'GET' && pathname === '/records.json')
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(options.zone.list()));
    if (pathname === '/records' || pathname === '/records/remove')
      return void change(options, request, response, pathname);
    return sendProblem(request, response, { status: 404, code: 'not_found', detail: 'There is no such page.' });
  };
}

async function change({ zone }: DnsPageOptions, request: IncomingMessage, response: ServerResponse, path: string) {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host ?? ''}`)
    return sendProblem(request, response, {
      status: 403,
      code: 'csrf',
      detail: 'This request came from another site.',
    });
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const record = Record.safeParse(readBody(await text(request), isForm));
  if (!record.success) {
    const [issue] = record.error.issues;
    const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}`.trim();
    return sendProblem(request, response, { status: 422, code: 'invalid_record', detail });
  }
  const removes = request.method === 'DELETE' || path === '/records/remove';
  if (removes) zone.remove(record.data);
  else zone.put(record.data);
  if (isForm) response.writeHead(303, { location: '/' }).end();
  else response.writeHead(204).end();
}

function readBody(body: string, isForm: boolean): unknown {
  if (isForm) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function overview({ zone, certificates }: DnsPageOptions): string {
  const body = html`<h1>Domain names</h1>
    <p>
      This machine’s own name server. Set here what a shop’s owner would set at their provider; the platform looks every
      few seconds.
    </p>
    <form class="filter" method="post" action="/records">
      <label
        >Type
        <select name="type">
          <option>TXT</option>
          <option>CNAME</option>
          <option>A</option>
        </select></label
      >
      <label>Name <input name="name" required autocomplete="off" placeholder="_tessera.books.localhost" /></label>
      <label>Value <input name="value" required autocomplete="off" /></label>
      <button>Set</button>
    </form>
    ${recordTable(zone)}
    <h2>Certificates</h2>
    ${certificateTable(certificates())}`;
  return page({ title: 'Domain names', nav: html`<strong>DNS</strong>`, body });
}

const recordTable = (zone: Zone): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Records">
    <table>
      <thead>
        <tr>
          <th scope="col">Type</th>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        ${zone.list().map(
          ({ type, name, value }) =>
            html`<tr>
              <td>${type}</td>
              <td>${name}</td>
              <td>${value}</td>
              <td>
                <form method="post" action="/records/remove">
                  <input type="hidden" name="type" value="${type}" /><input type="hidden" name="name" value="${name}" />
                  <input type="hidden" name="value" value="${value}" />
                  <button aria-label="Remove ${type} ${name}">Remove</button>
                </form>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

const certificateTable = (issued: readonly IssuedCertificate[]): Html =>
  issued.length === 0
    ? html`<p class="empty">No certificate was asked for yet.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Certificates">
        <table>
          <thead>
            <tr>
              <th scope="col">Host</th>
              <th scope="col">State</th>
              <th scope="col">Requested</th>
            </tr>
          </thead>
          <tbody>
            ${issued.map(
              ({ host, status, requestedAt }) =>
                html`<tr>
                  <td>${host}</td>
                  <td>${status}</td>
                  <td>${requestedAt}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
