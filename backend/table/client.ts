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

/**
 * Makes an entity once per client and table. ElectroDB checks the whole model each time one is made, which took a third
 * of the processor time of a cart's request; an entity itself keeps nothing of a tenant or a request.
 */
export function perTable<Made>(make: (table: Table) => Made): (table: Table) => Made {
  const made = new WeakMap<DynamoDBClient, Map<string, Made>>();
  return (table) => {
    const ofClient = made.get(table.client) ?? new Map<string, Made>();
    made.set(table.client, ofClient);
    const found = ofClient.get(table.tableName) ?? make(table);
    ofClient.set(table.tableName, found);
    return found;
  };
}
