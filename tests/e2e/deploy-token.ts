import { createVisitor } from '../../backend/local/identity/testing/visitor.ts';
import { ask, type Answer } from './ask.ts';
import { shopOf } from './fixtures.ts';

/** Calls the API of a shop as a build server does: with a deploy token that the shop's admin made. */
export async function callerOf(tenantId: string): Promise<(path: string, body?: object) => Promise<Answer>> {
  const { admin, origin } = shopOf(tenantId);
  const host = `${tenantId}.localhost`;
  const visitor = createVisitor(() => Number(process.env['TESSERA_PORT']));
  const form = await visitor.visit(`${origin}/api/session/sign-in?return_to=%2Frobots.txt`);
  await visitor.submit(form, { email: admin.email, password: admin.password });
  const cookie = [...visitor.cookies(new URL(origin).host)].map(([name, { value }]) => `${name}=${value}`).join('; ');
  const made = await ask(host, '/api/admin/deploy-tokens', {
    headers: { cookie, 'x-tessera-csrf': '1' },
    body: { name: 'journey', remotes: ['*'], expiresInDays: 1 },
  });
  if (made.status !== 201) throw new Error(`no deploy token: ${made.status} ${made.text}`);
  const { token } = made.json() as { token: string };
  return (path, body) => ask(host, path, { headers: { authorization: `Bearer ${token}` }, body });
}
