import type { Operation, SliceReply } from './http-types.ts';

/** Answers are private to the visitor unless a handler says otherwise. */
export function toResponse<E extends Operation>(
  endpoint: E,
  reply: SliceReply<E>,
  { validate, mediaOrigin }: { validate: boolean; mediaOrigin: string | undefined },
): Response {
  if ('response' in reply) return withDefaults(reply.response);
  if (validate) requireContract(endpoint, reply);
  const headers = new Headers();
  for (const [name, value] of Object.entries(reply.headers ?? {}))
    for (const single of typeof value === 'string' ? [value] : value) headers.append(name, single);
  if (reply.body === undefined) return withDefaults(new Response(null, { status: reply.status, headers }));
  headers.set('content-type', endpoint.okType ?? 'application/json');
  const text = withMediaOrigin(JSON.stringify(reply.body), mediaOrigin);
  return withDefaults(new Response(text, { status: reply.status, headers }));
}

/** `Cache-Control` of an answer that is the same for every visitor with the same URL. */
export const publicCache = (seconds: number): { 'cache-control': string } => ({
  'cache-control': `public, s-maxage=${seconds}, stale-while-revalidate=${seconds * 10}`,
});

/**
 * Stored pictures and previews name a file (`/media/<key>`), because hosts and ports change; answers name the tenant's
 * own origin. Quotes inside JSON strings are escaped, so only a member `src` can match.
 */
const withMediaOrigin = (json: string, origin: string | undefined): string =>
  origin === undefined ? json : json.replaceAll('"src":"/media/', `"src":"${origin}/media/`);

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
