import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { ElectroError } from 'electrodb';

/** Runs a conditional write: false where its condition failed; anything else is thrown on. */
export async function unlessConditionFails(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

function isConditionFailure(error: unknown): boolean {
  const cause = error instanceof ElectroError ? error.cause : error;
  return cause instanceof ConditionalCheckFailedException;
}
