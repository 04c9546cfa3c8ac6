import {
  CreateTableCommand,
  DescribeTableCommand,
  UpdateTimeToLiveCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { tableDefinition, ttlAttribute } from '../table/definition.ts';

/** Makes the table where it is missing, and answers with its stream. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<{ streamArn: string }> {
  const known = await describe(client, tableName);
  if (known === undefined) {
    await client.send(new CreateTableCommand({ TableName: tableName, ...tableDefinition }));
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: tableName,
        TimeToLiveSpecification: { Enabled: true, AttributeName: ttlAttribute },
      }),
    );
  }
  const table = known ?? (await describe(client, tableName));
  if (!table?.LatestStreamArn) throw new Error(`the table ${tableName} has no stream`);
  return { streamArn: table.LatestStreamArn };
}

async function describe(client: DynamoDBClient, tableName: string) {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: tableName }))).Table;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
