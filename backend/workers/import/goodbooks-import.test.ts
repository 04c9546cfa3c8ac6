import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ImportJob } from '@tessera/contracts/api/admin.ts';
import { TenantId } from '@tessera/contracts/ids.ts';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mediaBucket, startWorld, uploadsBucket } from '../../admin/testing/world.ts';
import { startDynamo } from '../../local/engines/dynamo.ts';
import { tableDefinition } from '../../table/definition.ts';
import { createImportPorts } from './ports.aws.ts';
import { runImport } from './run-import.ts';

const goodbooks = path.resolve(import.meta.dirname, '../../../../shared/data/goodbooks.csv');

/** An engine on disk, as the platform runs it: fifty thousand writes are more than the shared one in memory is made for. */
async function startTable() {
  const directory = mkdtempSync(path.join(tmpdir(), 'goodbooks-'));
  const engine = await startDynamo({ dbPath: path.join(directory, 'table.sqlite') });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'eu-central-1', credentials });
  await client.send(new CreateTableCommand({ TableName: 'tessera', ...tableDefinition }));
  return {
    table: { client, tableName: 'tessera' },
    async stop() {
      client.destroy();
      await engine.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

test.skipIf(!existsSync(goodbooks))(
  'ten thousand real books, and the same again changes nothing',
  { timeout: 400_000 },
  async () => {
    const engine = await startTable();
    const world = await startWorld({ table: engine.table });
    const text = readFileSync(goodbooks, 'utf8');
    const importOnce = async () => {
      const answer = await world.post('/api/admin/catalog/import?profile=goodbooks&priceMinor=1499', text, {
        tenant: 'folio',
        type: 'text/csv',
      });
      const { id } = ImportJob.parse(await answer.json());
      await runImport(id, createImportPorts({ ...world, mediaBucket, uploadsBucket }, TenantId.parse('folio')));
      return ImportJob.parse(await world.json(`/api/admin/catalog/import/${id}`, { tenant: 'folio' }));
    };
    const first = await importOnce();
    expect(first).toMatchObject({
      state: 'succeeded',
      rows: { read: 10_000, created: 10_000, failed: 0, total: 10_000 },
      errors: [],
    });
    expect((await importOnce()).rows).toMatchObject({ created: 0, updated: 0, unchanged: 10_000 });
    await world.stop();
    await engine.stop();
  },
);
