import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What a client has asked of the table. */
export interface Used {
  requests: number;
  /** Read capacity units, as the table counts them. */
  units: number;
}

/** Has every read say what it consumed. Returns a function that takes what was counted since it was called last. */
export function countReads(client: DynamoDBClient): () => Used {
  let used: Used = { requests: 0, units: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      used.requests += 1;
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      if (ConsumedCapacity?.CapacityUnits === undefined) throw new Error('The table does not say what a read consumed');
      used.units += ConsumedCapacity.CapacityUnits;
      return result;
    },
    { step: 'initialize', name: 'countReads' },
  );
  return () => {
    const taken = used;
    used = { requests: 0, units: 0 };
    return taken;
  };
}
