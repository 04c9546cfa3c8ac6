import { z } from 'zod';
import { canonicalJson } from '../../canonical-json.ts';
import type { Signer, Verify } from '../../signing.ts';

/** What a browser's cookie says, and what is signed: all of it, for one shop. */
export const OverrideClaims = z.strictObject({
  /** Keeps it apart from whatever else the same key signs. */
  purpose: z.literal('override'),
  tenant: z.string(),
  id: z.string(),
  remote: z.string(),
  origin: z.string(),
  /** Seconds since 1970. */
  exp: z.int(),
});
export type OverrideClaims = z.infer<typeof OverrideClaims>;

/** A compact JWS by the key that releases are signed with. */
export async function signOverride(signer: Signer, claims: Omit<OverrideClaims, 'purpose'>): Promise<string> {
  const payload = canonicalJson({ purpose: 'override', ...claims });
  const [header, , mac] = (await signer.sign(payload)).value.split('.');
  return `${header}.${Buffer.from(payload).toString('base64url')}.${mac}`;
}

/** Undefined for a token that is not genuine, is another shop's, or has expired. */
export async function readOverride(
  token: string,
  { tenantId, now }: { tenantId: string; now: Date },
  verify: Verify,
): Promise<OverrideClaims | undefined> {
  const [header, body, mac, ...rest] = token.split('.');
  if (!header || !body || !mac || rest.length > 0) return undefined;
  const payload = Buffer.from(body, 'base64url').toString('utf8');
  if (!(await verify(payload, { kid: '', value: `${header}..${mac}` }))) return undefined;
  const claims = OverrideClaims.safeParse(parseJson(payload));
  if (!claims.success || claims.data.tenant !== tenantId) return undefined;
  return claims.data.exp * 1000 > now.getTime() ? claims.data : undefined;
}

/** The same key signs what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
