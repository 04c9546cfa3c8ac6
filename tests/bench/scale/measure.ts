import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import path from 'node:path';
import { publishRelease } from '../../../backend/composition/publish/publish-release.ts';
import { createTestApp } from '../../../backend/composition/testing/app.ts';
import { createTestBucket } from '../../../backend/composition/testing/bucket.ts';
import { createTestKeys } from '../../../backend/composition/testing/keys.ts';
import { startDynamo } from '../../../backend/local/engines/dynamo.ts';
import { createSliceRegistry } from '../../../backend/composition/registry/slice-registry.ts';
import { readSliceVersions } from '../../../backend/local/slice-shelf.ts';
import { publishAll } from '../../../backend/local/publish.ts';
import { tableDefinition } from '../../../backend/table/definition.ts';
import { distsOf } from '../../../scripts/build.ts';
import { root } from '../../../scripts/lib/root.ts';
import { distOfVersion } from '../../setup/shell-of-version.ts';
import { count, ms, times } from '../lib/format.ts';
import { processorTimeMs } from '../lib/processor-time.ts';
import { atMost, type Section } from '../lib/section.ts';
import { table } from '../lib/table.ts';
import { countUse, type Used } from './counting.ts';
import { fill, putTenant } from './fill.ts';

const tenantId = 'aria';
const releases = 100;
const pageViews = 300;
const limit = 1.15;

interface Cost {
  what: string;
  /** A page view of a shop that this process has not composed for before. */
  first: Used;
  /** Each of those that follow, as if none were cached at the edge. */
  next: Used & { processorMs: number };
}

/**
 * What a page view costs the table and the processors while other shops and releases come to stand in it. Discovery and
 * document are made anew each time; the edge keeps both in a shop.
 */
export async function measureScale(tenants: number): Promise<Section> {
  // In memory, as the figure is of what is asked of the table and not of its disk.
  const [engine, s3, keys] = await Promise.all([startDynamo(), createTestBucket(), createTestKeys()]);
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const target = { client, tableName: 'scale' };
  try {
    // Nobody listens to the changes here, so no stream is kept of them.
    const { StreamSpecification: _, ...definition } = tableDefinition;
    await client.send(new CreateTableCommand({ TableName: target.tableName, ...definition }));
    await putTenant(target, tenantId);
    const versions = readSliceVersions(path.join(root, 'backend/dist'));
    await createSliceRegistry(target).announce(versions, new Date().toISOString());
    const { client: objects, bucket } = s3;
    await publishAll({
      ...{ tenantId, dists: distsOf(tenantId), table: target, s3: objects, bucket, signer: keys.signer },
    });
    const costs: Cost[] = [];
    const take = countUse(client);
    const measure = async (what: string): Promise<void> => {
      take();
      const { get } = createTestApp({ table: target, s3, keys });
      const view = async (): Promise<void> => {
        for (const at of ['/.well-known/micro-frontends.json', '/']) {
          const answer = await get(at);
          if (answer.status !== 200) throw new Error(`${at} answered ${answer.status}`);
          await answer.arrayBuffer();
        }
      };
      await view();
      const first = take();
      const before = processorTimeMs(process.pid);
      for (let done = 0; done < pageViews; done += 1) await view();
      const processorMs = (processorTimeMs(process.pid) - before) / pageViews;
      const { requests, units } = take();
      costs.push({ what, first, next: { requests: requests / pageViews, units: units / pageViews, processorMs } });
    };

    await measure('1 shop, 6 releases');
    await measure('the same again');
    for (let index = 0; index < releases; index += 1) {
      const dist = await distOfVersion('mfe-catalog/dist', () => `1.${index}.0`);
      const published = await publishRelease({
        ...{ tenantId, dist, publishedBy: 'bench', table: target, s3, signer: keys.signer },
      });
      if (!published.ok) throw new Error(published.detail);
    }
    await measure(`1 shop, ${releases} releases`);
    const items = await fill(target, tenants - 1, releases);
    await measure(`${count(tenants)} shops, ${releases} releases each`);
    return sectionOf(costs, items);
  } finally {
    client.destroy();
    await Promise.all([engine.stop(), s3.stop()]);
  }
}

function sectionOf(costs: readonly Cost[], items: number): Section {
  const [least, most] = [costs[0], costs.at(-1)];
  if (!least || !most) throw new Error('Nothing was measured');
  const units = (most.first.units + most.next.units) / (least.first.units + least.next.units);
  const title = 'Many shops, many releases';
  return {
    title,
    verdicts: [atMost(`Capacity of a page view, ${most.what}, against one`, units, limit, times)],
    body: [
      `Discovery and document, made anew (nothing from the edge’s cache) by the composition function over the real table, ${pageViews} times, with ${count(items)} more items in it at the end. The first page view of a shop in a process reads its set and releases; the others know them, and look at the pointer every two seconds. Units are read capacity as the table counts it. The shop’s own releases are whole; of the others’ the descriptions of their files are left out.`,
      table(
        ['in the table', 'first: requests', 'units', 'next: requests', 'units', 'processor time, table’s too'],
        costs.map(({ what, first, next }) => [
          what,
          count(first.requests),
          first.units.toFixed(1),
          next.requests.toFixed(2),
          next.units.toFixed(2),
          ms(next.processorMs),
        ]),
      ),
    ].join('\n\n'),
  };
}
