import type { Runtime } from './runtime.ts';

/** The function's result, or an error that carries what it failed with. */
export async function invokeOrThrow(runtime: Runtime, name: string, event: unknown): Promise<unknown> {
  const outcome = await runtime.invoke(name, event, { answer: 'json' });
  if (outcome.kind === 'json') return JSON.parse(outcome.payload) as unknown;
  if (outcome.kind === 'error') {
    const error = new Error(`${name}: ${outcome.error.errorMessage}`);
    error.name = outcome.error.errorType;
    throw error;
  }
  throw new Error(`${name} ended with ${outcome.kind}`);
}
