import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What a client has asked of the table. */
export interface Used {
  requests: number;
  /** Capacity units, as the table counts them. */
  units: number;
}

/** Has every request say what it consumed. Returns a function that takes what was counted since it was called last. */
export function countUse(client: DynamoDBClient): () => Used {
  let used: Used = { requests: 0, units: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      used.requests += 1;
      used.units += unitsOf(result.output);
      return result;
    },
    { step: 'initialize', name: 'countUse' },
  );
  return () => {
    const taken = used;
    used = { requests: 0, units: 0 };
    return taken;
  };
}

function unitsOf(output: object): number {
  const { ConsumedCapacity: consumed } = output as { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] };
  const found = [consumed ?? []].flat();
  if (found.length === 0) throw new Error('The table does not say what a request consumed');
  return found.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
