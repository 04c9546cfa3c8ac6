import { pathToFileURL } from 'node:url';

/** What one import cost, in a process that has done nothing else. */
export interface ColdLoad {
  ms: number;
  /** Resident memory afterwards, and how much of it the import added. */
  rssBytes: number;
  addedBytes: number;
}

const [bundle] = process.argv.slice(2);
if (bundle === undefined) throw new Error('Which bundle?');
// Lambda's own runtime has put this there before a function is loaded.
Object.assign(globalThis, { awslambda: { streamifyResponse: (handler: unknown) => handler } });
const rssBefore = process.memoryUsage.rss();
const startedAt = performance.now();
await import(pathToFileURL(bundle).href);
const ms = performance.now() - startedAt;
const rssBytes = process.memoryUsage.rss();
const found: ColdLoad = { ms, rssBytes, addedBytes: rssBytes - rssBefore };
process.stdout.write(`${JSON.stringify(found)}\n`, () => process.exit(0));
