import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface PostResult {
  ok: boolean;
  answer: string;
}

const timeoutMs = 20_000;

/**
 * Posts to an endpoint. Names under `.localhost` are dialled at the loopback address, because not every resolver
 * knows them; the Host header keeps the name.
 */
export function post(target: string, headers: Record<string, string>, body: string): Promise<PostResult> {
  const url = new URL(target);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const isLocal = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
  return new Promise((resolve) => {
    const request = send(
      {
        host: isLocal ? '127.0.0.1' : url.hostname,
        port: url.port === '' ? undefined : Number(url.port),
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body) },
        timeout: timeoutMs,
        agent: false,
      },
      (response) => {
        const status = response.statusCode ?? 0;
        response.resume();
        response.on('end', () => resolve({ ok: status >= 200 && status < 300, answer: `HTTP ${status}` }));
        response.on('error', (error) => resolve({ ok: false, answer: error.message }));
      },
    );
    request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    request.on('error', (error) => resolve({ ok: false, answer: error.message || 'connection refused' }));
    request.end(body);
  });
}
