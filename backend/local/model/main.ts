import { parseArgs } from 'node:util';
import { startModelServer } from './server.ts';

/** The model service as a process of its own: computing an embedding stops nobody else. */
const { values } = parseArgs({ options: { port: { type: 'string' } } });
await startModelServer(Number(values.port ?? 0));
process.on('SIGTERM', () => process.exit(0));
