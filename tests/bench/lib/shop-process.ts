import { startCloud } from '../../../backend/local/cloud.ts';
import { distsOf } from '../../../scripts/build.ts';
import { root } from '../../../scripts/lib/root.ts';

export interface ShopFacts {
  port: number;
  /** What functions are given. */
  env: Readonly<Record<string, string>>;
  buyers: readonly Buyer[];
}

export interface Buyer {
  email: string;
  password: string;
}

/** One for each connection, because a person's cart is theirs alone. */
const buyerCount = 16;
const unlimited = JSON.stringify({ read: 1e9, write: 1e9, costly: 1e9 });

const [stateDir] = process.argv.slice(2);
if (stateDir === undefined) throw new Error('Which state folder?');
const cloud = await startCloud({ port: 0, stateDir, root, distsOf, env: { RATE_LIMITS: unlimited } });
process.once('disconnect', () => void cloud.stop().then(() => process.exit(0)));

const buyers: Buyer[] = [];
for (let index = 0; index < buyerCount; index += 1) {
  const buyer = { email: `buyer-${index}@bench.example`, password: `a long sentence ${index}` };
  await cloud.identity.ensureUser({ ...buyer, name: `Buyer ${index}`, groups: ['aria:shopper'] });
  buyers.push(buyer);
}
cloud.platform.warm();
process.send?.({ port: cloud.platform.port, env: cloud.platform.env, buyers } satisfies ShopFacts);
