import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DistFiles } from '../composition/publish/read-build.ts';
import { createDynamoReleaseRepository } from '../composition/registry/repository.dynamo.ts';
import { distOf, shopDists } from '../composition/testing/dist.ts';
import { createWorld, type World } from '../composition/testing/world.ts';
import { publishAll } from './publish.ts';

let world: World;
let directory: string;
beforeAll(async () => {
  world = await createWorld();
  directory = await mkdtemp(path.join(tmpdir(), 'dists-'));
});
afterAll(async () => {
  await world.stop();
  await rm(directory, { recursive: true });
});

async function folderOf(name: string, dist: DistFiles): Promise<string> {
  for (const [file, body] of dist) {
    const full = path.join(directory, name, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, body);
  }
  return path.join(directory, name);
}

const start = async (dists: readonly DistFiles[]) => {
  const folders = await Promise.all(dists.map((dist, index) => folderOf(`${index}-${Math.random()}`, dist)));
  const { table, s3, tenantId, keys } = world;
  const { setId } = await publishAll({
    ...{ tenantId, dists: folders, table, s3: s3.client, bucket: s3.bucket, signer: keys.signer },
  });
  const set = await createDynamoReleaseRepository(table, tenantId).findSet(setId);
  return set?.releases ?? {};
};

test('a build that is newer, or older again, is live at the next start; what people published stays', async () => {
  const [shell, catalog] = shopDists().slice(0, 2);
  if (!shell || !catalog) throw new Error('no builds');
  const first = await start([shell, catalog]);
  const second = await start([shell, distOf({ version: '2.0.0' })]);
  expect(second['mfe-catalog']).not.toBe(first['mfe-catalog']);
  expect(await start([shell, catalog])).toEqual(first);

  const stores = distOf({ name: 'mfe-stores' });
  await world.goLive([shell, distOf({ version: '3.0.0' }), stores], 'token:tok_1');
  const third = await start([shell, catalog]);
  expect(third['shell']).toBe(first['shell']);
  expect(third['mfe-catalog']).not.toBe(first['mfe-catalog']);
  expect(third['mfe-stores']).toEqual(expect.stringMatching(/^rel_/));
});
