import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EntityConfiguration } from 'electrodb';

/** The single table as entities take it: `createWorkEntity(table)`. */
export interface Table {
  client: DynamoDBClient;
  tableName: string;
}

export const createTable = (table: Table): Table => table;

/** What every entity is created with. */
export const configurationOf = ({ client, tableName }: Table): EntityConfiguration => ({ client, table: tableName });
