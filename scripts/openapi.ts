/**
 * Writes each slice's OpenAPI 3.1 document and the browser client's types from it. Both are committed, so that a
 * change of a contract shows in review. `--check` writes nothing and fails where a committed file is stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { sliceNames } from '@tessera/contracts/slice-prefixes.ts';
import { openApiDocumentOf } from '../backend/platform/openapi.ts';

const check = process.argv.includes('--check');
const root = path.resolve(import.meta.dirname, '..');
const stale: string[] = [];

for (const slice of sliceNames) {
  const document = openApiDocumentOf(slice);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  await emit(`backend/${slice}/openapi.json`, text);
  // What a remote is built against, wherever it is built: the gate compares it with the live API.
  await emit(`packages/contracts/src/openapi/${slice}.json`, text);
  const types = astToString(await openapiTypescript(JSON.stringify(document)));
  const file = `packages/remote-kit/src/api/generated/${slice}.ts`;
  const banner = '// Generated from the slice’s OpenAPI document by `npm run openapi`. Do not edit.\n';
  await emit(file, await format(banner + types, { ...(await resolveConfig(root)), parser: 'typescript' }));
}

if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}\nRun \`npm run openapi\` and commit what it writes.`);
  process.exitCode = 1;
}

async function emit(file: string, text: string): Promise<void> {
  const target = path.join(root, file);
  const before = await readFile(target, 'utf8').catch(() => '');
  if (before === text) return;
  stale.push(file);
  if (check) return;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
  console.log(`wrote ${file}`);
  stale.pop();
}
