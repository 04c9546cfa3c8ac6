import { beforeAll, describe } from 'vitest';
import { cloud } from './testing/synth.ts';

// One file, so that CDK is loaded and the example synthesised once.
beforeAll(() => void cloud(), 60_000);

describe('functions', async () => void (await import('./functions.suite.ts')));
describe('stateful stack', async () => void (await import('./stacks/stateful.suite.ts')));
describe('edge stack', async () => void (await import('./stacks/edge.suite.ts')));
describe('slice and worker stacks', async () => void (await import('./stacks/slice.suite.ts')));
describe('alarms', async () => void (await import('./constructs/alarms.suite.ts')));
