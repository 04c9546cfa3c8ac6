import { parseArgs } from 'node:util';
import { startSearchServer } from './server.ts';

/** The search service as a process of its own, so that building an index does not stop the others. */
const { values } = parseArgs({ options: { port: { type: 'string' }, 'data-dir': { type: 'string' } } });
const dataDir = values['data-dir'];
await startSearchServer({ port: Number(values.port ?? 0), ...(dataDir ? { dataDir } : {}) });
process.on('SIGTERM', () => process.exit(0));
