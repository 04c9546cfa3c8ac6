import type { Operation, SliceReply } from './http-types.ts';

/** Answers are private to the visitor unless a handler says otherwise. */
export function toResponse<E extends Operation>(
  endpoint: E,
  reply: SliceReply<E>,
  { validate }: { validate: boolean },
): Response {
  if ('response' in reply) return withDefaults(reply.response);
  if (validate) requireContract(endpoint, reply);
  const headers = new Headers();
  for (const [name, value] of Object.entries(reply.headers ?? {}))
    for (const single of typeof value === 'string' ? [value] : value) headers.append(name, single);
  if (reply.body === undefined) return withDefaults(new Response(null, { status: reply.status, headers }));
  headers.set('content-type', endpoint.okType ?? 'application/json');
  return withDefaults(new Response(JSON.stringify(reply.body), { status: reply.status, headers }));
}

/** `Cache-Control` of an answer that is the same for every visitor with the same URL. */
export const publicCache = (seconds: number): { 'cache-control': string } => ({
  'cache-control': `public, s-maxage=${seconds}, stale-while-revalidate=${seconds * 10}`,
});

function withDefaults(response: Response): Response {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}

function requireContract(endpoint: Operation, reply: { status: number; body?: unknown }): void {
  const declared = endpoint.ok[reply.status];
  if (declared === undefined) throw new Error(`${endpoint.path} does not declare ${reply.status}`);
  if (typeof declared === 'string') return;
  const result = declared.safeParse(reply.body);
  if (!result.success) throw new Error(`${endpoint.path} broke its contract`, { cause: result.error });
}
