import type { TestProject } from 'vitest/node';
import { startDynamo } from '../../backend/local/engines/dynamo.ts';

declare module 'vitest' {
  interface ProvidedContext {
    dynamoEndpoint: string;
  }
}

/** One in-memory DynamoDB for the whole run; each suite makes a table of its own (`tests/setup/table.ts`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dynamo = await startDynamo();
  project.provide('dynamoEndpoint', dynamo.endpoint);
  return () => dynamo.stop();
}
