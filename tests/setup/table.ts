import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { tableDefinition } from '../../backend/table/definition.ts';

/** A fresh table on the run's engine, and a client for it. */
export async function createTestTable(): Promise<{ client: DynamoDBClient; tableName: string; endpoint: string }> {
  const endpoint = inject('dynamoEndpoint');
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const tableName = `t-${randomUUID()}`;
  await client.send(new CreateTableCommand({ TableName: tableName, ...tableDefinition }));
  return { client, tableName, endpoint };
}
