import { startCloud, type Cloud } from '../../backend/local/cloud.ts';
import { buildAll, distsOf } from '../build.ts';
import { explain, forgetState, type Place, requirePlace } from './place.ts';
import { step } from './progress.ts';
import { root } from './root.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Builds what changed and starts everything; what stands in the way is said first, with the way out. */
export async function startProduct(place: Place, { reset = false } = {}): Promise<Cloud> {
  const signals = stopOnSignal();
  await step('Check port and state folder', () => requirePlace(place));
  if (reset) await step('Forget all state', () => Promise.resolve(forgetState(place)));
  await buildAll();
  const cloud = await startCloud({ ...place, root, distsOf, step }).catch(explain);
  signals.run(() => cloud.stop());
  return cloud;
}
