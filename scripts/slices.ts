/** Versions of slices, as the platform's team looks after them: which are there, who needs them, and their end. */
import { createSliceRegistry } from '../backend/composition/registry/slice-registry.ts';
import { versionedSlices } from '../backend/functions.ts';
import { createDynamoDbClient } from '../backend/platform/clients.ts';
import { readSliceVersions } from './lib/pair-with-slice.ts';
import { printFailure, StepError } from './lib/progress.ts';
import { runSliceCommand, usage } from './lib/slice-command.ts';

try {
  const tableName = process.env['TABLE_NAME'];
  if (!tableName) throw new StepError('TABLE_NAME is not set.', usage);
  const lines = await runSliceCommand(process.argv.slice(2), {
    slices: createSliceRegistry({ client: createDynamoDbClient(), tableName }),
    names: Object.keys(versionedSlices),
    built: readSliceVersions,
    now: () => new Date(),
  });
  console.log(lines.join('\n'));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
