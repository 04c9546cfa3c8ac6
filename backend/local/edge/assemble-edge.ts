import { headers } from '@tessera/contracts/wire-names.ts';
import type { FunctionSpec } from '../../functions.ts';
import type { Files } from '../files.ts';
import type { Secrets } from '../environment.ts';
import type { LogBook } from '../runtime/log-book.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Segment } from '../runtime/segment.ts';
import { createEdge } from './edge.ts';
import type { EdgeCache } from './edge-cache.ts';
import type { KeyValueStore } from './kvs.ts';
import { createOrigin } from './origin.ts';
import { createOrigins } from './origins.ts';
import { viewerFunctionLoader } from './viewer-function-loader.ts';

/** The edge with its functions by their names, as a distribution is configured. */
export function assembleEdge(options: {
  runtime: Runtime;
  functions: readonly FunctionSpec[];
  kvs: KeyValueStore;
  cache: EdgeCache;
  files: Files;
  secrets: Secrets;
  logs: LogBook;
  distDir: string;
  viewerCountry: string | undefined;
  sample(): boolean;
  onSegment(segment: Segment): void;
}) {
  const { runtime, cache, files, logs } = options;
  const viewers = viewerFunctionLoader(options);
  const keys = Buffer.from(JSON.stringify(options.secrets.tenantSigningKeys)).toString('base64');
  const edge = createEdge({
    ...{ runtime, cache, files },
    originOf: createOrigins(options.functions),
    callOrigin: createOrigin(options),
    viewerRequest: () => viewers.get('edge-viewer-request'),
    viewerResponse: () => viewers.get('edge-viewer-response'),
    originRequest: 'edge-origin-request',
    customHeaders: { [headers.edgeSigningKeys]: keys },
    viewerCountry: options.viewerCountry,
    log: (line) => logs.write('edge', line),
    sample: options.sample,
    onSegment: options.onSegment,
  });
  return { edge, viewers };
}
