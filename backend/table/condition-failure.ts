import { ElectroError } from 'electrodb';

/** Whether a write was refused by its condition; ElectroDB wraps what the SDK throws. */
export function isConditionFailure(error: unknown): boolean {
  const cause = error instanceof ElectroError ? error.cause : error;
  return cause instanceof Error && cause.name === 'ConditionalCheckFailedException';
}
