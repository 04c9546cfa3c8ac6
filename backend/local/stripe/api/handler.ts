import type { IncomingMessage, ServerResponse } from 'node:http';
import Stripe from 'stripe';
import { z } from 'zod';
import type { Account } from '../account.ts';
import { inTransaction } from '../store/database.ts';
import { newId } from '../store/ids.ts';
import { requireKey } from './auth.ts';
import { readBody } from './body.ts';
import { expand } from './expand.ts';
import { ApiFault } from './faults.ts';
import { parseForm } from './form.ts';
import { createIdempotency, fingerprintOf, type KeptAnswer } from './idempotency.ts';
import { readParams } from './params.ts';
import type { ApiRoute } from './route.ts';

interface Incoming {
  method: string;
  path: string;
  /** Query or body, form-encoded. */
  form: string;
  requestId: string;
  idempotencyKey: string | undefined;
}

type Answer = KeptAnswer & { replayed: boolean };

/** Answers `/v1/*`. */
export function createApiHandler(account: Account, routes: readonly ApiRoute[], secretKey: string) {
  const idempotency = createIdempotency(account.db, account.nowMs);

  function answer(incoming: Incoming, authorization: string | undefined): Answer {
    const { idempotencyKey: key, requestId } = incoming;
    const fingerprint = fingerprintOf(incoming.method, incoming.path, incoming.form);
    try {
      requireKey(authorization, secretKey);
      const kept = key === undefined ? undefined : idempotency.replay(key, fingerprint);
      if (kept) return { ...kept, replayed: true };
      return inTransaction(account.db, () => {
        const done = { status: 200, body: JSON.stringify(execute(account, routes, incoming)), requestId };
        if (key !== undefined) idempotency.keep(key, fingerprint, done);
        return { ...done, replayed: false };
      });
    } catch (error) {
      const fault = toFault(error);
      const failed = { status: fault.status, body: JSON.stringify(fault.toBody(requestId)), requestId };
      if (key !== undefined && !fault.detail.beforeExecution) idempotency.keep(key, fingerprint, failed);
      return { ...failed, replayed: false };
    }
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const body = await readBody(request);
    const method = request.method ?? 'GET';
    const requestId = newId('req', 14);
    const idempotencyKey = method === 'POST' ? request.headers['idempotency-key']?.toString() : undefined;
    const form = method === 'POST' ? (body ?? '') : url.search.slice(1);
    const result = answer(
      { method, path: url.pathname, form, requestId, idempotencyKey },
      request.headers.authorization,
    );
    response.writeHead(result.status, {
      'content-type': 'application/json',
      'cache-control': 'no-cache, no-store',
      'request-id': requestId,
      'stripe-version': Stripe.API_VERSION,
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      ...(result.replayed ? { 'idempotent-replayed': 'true', 'original-request': result.requestId } : {}),
    });
    response.end(result.body);
  };
}

const expandParam = z.object({ expand: z.array(z.string()).default([]) });

function execute(account: Account, routes: readonly ApiRoute[], incoming: Incoming): object {
  const { expand: given, ...params } = parseForm(incoming.form);
  const { expand: expandPaths } = readParams(expandParam, given === undefined ? {} : { expand: given });
  for (const route of routes) {
    const match = route.method === incoming.method ? route.path.exec(incoming.path) : null;
    if (!match) continue;
    const request = { id: incoming.requestId, idempotency_key: incoming.idempotencyKey ?? null };
    const result = route.handle(account, { ids: match.slice(1), params, request });
    return expandPaths.length === 0 ? result : expand(account.objects, result, expandPaths);
  }
  throw new ApiFault({
    status: 404,
    message: `Unrecognized request URL (${incoming.method}: ${incoming.path}). Please see https://stripe.com/docs.`,
    beforeExecution: true,
  });
}

function toFault(error: unknown): ApiFault {
  if (error instanceof ApiFault) return error;
  // A fault of this server, so its story belongs on its own console and not in the answer.
  console.error(error);
  return new ApiFault({ type: 'api_error', status: 500, message: 'An unknown error occurred.' });
}
