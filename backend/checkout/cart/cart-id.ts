import { CartId } from '@tessera/contracts/ids.ts';
import { createHash } from 'node:crypto';

/** A signed-in person has one cart; its id follows from theirs, and opens nothing without their session. */
export const cartIdOfUser = (userId: string): string =>
  `crt_u-${createHash('sha256').update(userId).digest('hex').slice(0, 40)}`;

/** The cookie's value where it can be a cart of a signed-out visitor. */
export function readCartCookie(value: string | undefined): string | undefined {
  const id = CartId.safeParse(value);
  return id.success && !id.data.startsWith('crt_u-') ? id.data : undefined;
}
