import type { Traffic } from '@tessera/contracts/api/traffic.ts';
import type { TrafficRepository } from '../../composition/rollout/repository.ts';
import type { ShopTraffic } from '../../composition/rollout/shop-traffic.ts';

/** Ended rollouts that are told of. */
const historyLength = 20;

/** Who gets which release of one remote, and what became of others before. */
export async function readTraffic(
  repository: TrafficRepository,
  shop: ShopTraffic,
  remote: string,
): Promise<Traffic | undefined> {
  const releaseId = shop.pins[remote];
  const rollout = shop.rollouts.find((known) => known.remote === remote);
  const [stable, rollouts, quarantined] = await Promise.all([
    releaseId === undefined ? undefined : repository.findRelease(remote, { releaseId }),
    repository.rollouts(remote, historyLength + 1),
    repository.quarantined(remote),
  ]);
  const history = rollouts.filter(({ id, endedAt }) => id !== rollout?.id && endedAt !== undefined);
  if (!stable && !rollout && rollouts.length === 0) return undefined;
  return {
    remote,
    revision: shop.revision,
    ...(stable ? { stable } : {}),
    ...(rollout ? { rollout } : {}),
    history: history.slice(0, historyLength),
    quarantined: [...quarantined],
  };
}
