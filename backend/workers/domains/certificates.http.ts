import { z } from 'zod';
import type { Certificates } from './certificates.ts';

const Answer = z.object({ id: z.string(), status: z.enum(['pending', 'issued', 'failed']) });
const timeoutMs = 5_000;

/** A server that issues certificates: `POST /certificates`, `GET` and `DELETE /certificates/<id>`. */
export function createHttpCertificates(endpoint: string): Certificates {
  const call = (method: string, path: string, body?: unknown) =>
    fetch(`${endpoint}${path}`, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  const requireOk = (response: Response): Response => {
    if (!response.ok) throw new Error(`The certificate server answered ${response.status}`);
    return response;
  };
  return {
    async request(host) {
      return Answer.parse(await requireOk(await call('POST', '/certificates', { host })).json()).id;
    },
    async status(id) {
      const response = await call('GET', `/certificates/${encodeURIComponent(id)}`);
      return response.status === 404 ? 'failed' : Answer.parse(await requireOk(response).json()).status;
    },
    async remove(id) {
      const response = await call('DELETE', `/certificates/${encodeURIComponent(id)}`);
      if (response.status !== 404) requireOk(response);
    },
  };
}
