import { pathOfTemplate } from '@tessera/contracts/data-template.ts';
import type { CalledOperation, SliceContract } from '@tessera/contracts/release.ts';
import type { RemoteManifest } from '@tessera/contracts/remote-manifest.ts';
import { sliceNames, sliceOf, type SliceName } from '@tessera/contracts/slice-prefixes.ts';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { operationShape, type OpenApiDocument } from './operation-shape.ts';

/** The API as it is in the contracts that are installed: what a build is made against. */
export interface ApiOfBuild {
  calls: CalledOperation[];
  sliceContract?: SliceContract;
}

/**
 * What a remote calls, and how each operation was at the time.
 *
 * @param calls such as `post /api/cart`, found in the source; declared data is added
 */
export async function apiOfBuild(manifest: RemoteManifest, calls: readonly string[]): Promise<ApiOfBuild> {
  const declared = manifest.routes.flatMap(({ data }) => data.map((template) => `get ${pathOfTemplate(template)}`));
  const documents = new Map<SliceName, Promise<OpenApiDocument>>();
  const documentOf = (slice: SliceName): Promise<OpenApiDocument> => {
    const read = documents.get(slice) ?? readDocument(slice);
    documents.set(slice, read);
    return read;
  };
  const found: CalledOperation[] = [];
  for (const call of [...new Set([...declared, ...calls])].sort()) {
    const [method = '', path = ''] = call.split(' ');
    const slice = sliceOf(path);
    const shape = slice && operationShape(await documentOf(slice), method, path);
    // What no contract knows is no operation; the gate says so where it is declared data.
    found.push({ method: method as CalledOperation['method'], path, ...(shape ?? { sends: {}, answers: {} }) });
  }
  const own = sliceNames.find((slice) => slice === manifest.slice);
  return { calls: found, ...(own === undefined ? {} : { sliceContract: contractOf(await documentOf(own)) }) };
}

/** The hash is over the document as JSON without spaces, which is what a shop answers. */
export function contractOf(document: OpenApiDocument): SliceContract {
  const { info } = document as { info?: { version?: string } };
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('base64');
  return { hash: `sha256-${hash}`, range: `^${info?.version ?? '1.0.0'}` };
}

async function readDocument(slice: SliceName): Promise<OpenApiDocument> {
  const file = createRequire(import.meta.url).resolve(`@tessera/contracts/openapi/${slice}.json`);
  return JSON.parse(await readFile(file, 'utf8')) as OpenApiDocument;
}
