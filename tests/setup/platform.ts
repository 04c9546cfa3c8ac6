import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCloud } from '../../backend/local/cloud.ts';
import { buildAll, distsOf } from '../../scripts/build.ts';
import { root } from '../../scripts/lib/root.ts';
import { grantAccess } from './access.ts';
import { copySeededState } from './seeded-state.ts';

/**
 * The whole product for a run of journeys, on a free port and with state of its own; or, where `TESSERA_PORT` names one,
 * a platform that runs already.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env['TESSERA_PORT']) return () => Promise.resolve();
  await buildAll();
  const stateDir = await mkdtemp(path.join(tmpdir(), 'tessera-e2e-'));
  await copySeededState(stateDir);
  const cloud = await startCloud({ port: 0, stateDir, root, distsOf });
  grantAccess({ port: cloud.platform.port, stateDir, dynamo: cloud.platform.engines.dynamo.endpoint });
  cloud.platform.warm();
  return async () => {
    await cloud.stop();
    await rm(stateDir, { recursive: true, force: true });
  };
}
