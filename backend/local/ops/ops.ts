import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FunctionSpec } from '../../functions.ts';
import type { EdgeCache } from '../edge/edge-cache.ts';
import type { ViewerFunction } from '../edge/viewer-function.ts';
import type { Engines } from '../engines/start.ts';
import { sendProblem } from '../problem-page.ts';
import type { LogBook } from '../runtime/log-book.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { sendPage } from '../send-page.ts';
import { browserPage, collectBrowserEvents } from './browser-page.ts';
import { edgePage } from './edge-page.ts';
import { functionsPage } from './functions-page.ts';
import { logsPage } from './logs-page.ts';
import { queuePage, queuesPage } from './queues-page.ts';
import { tracePage } from './trace-page.ts';
import { tracesPage } from './traces-page.ts';

export interface OpsOptions {
  functions: readonly FunctionSpec[];
  runtime: Pick<Runtime, 'pools'>;
  engines: Pick<Engines, 'messages' | 'traces'>;
  logs: LogBook;
  edgeCache: EdgeCache;
  viewerFunctions(): ReadonlyMap<string, ViewerFunction>;
  /** Every queue, without its dead-letter queue. */
  queues: readonly string[];
  runSchedule(name: string): boolean;
}

/** `ops.localhost`: what the platform does, as pages. */
export function createOps(options: OpsOptions): RequestListener {
  const browser = collectBrowserEvents(options.logs);
  const pages: Record<string, (url: URL) => string> = {
    '/': () => functionsPage(options),
    '/queues': () => queuesPage(options),
    '/traces': () => tracesPage(options.engines.traces.list()),
    '/logs': (url) =>
      logsPage(options.logs, { source: url.searchParams.get('source') ?? '', text: url.searchParams.get('q') ?? '' }),
    '/browser': () => browserPage(browser()),
    '/edge': () => edgePage(options),
  };
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://ops.localhost');
    if (request.method === 'POST') return act(options, request, response, url.pathname);
    const open = pages[url.pathname];
    if (open) return sendPage(response, open(url));
    const trace = /^\/traces\/([\w-]+)$/.exec(url.pathname)?.[1];
    const segments = trace === undefined ? [] : options.engines.traces.find(trace);
    if (trace !== undefined && segments.length > 0) return sendPage(response, tracePage(trace, segments));
    const queue = /^\/queues\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (queue !== undefined && options.queues.includes(queue.replace(/-dlq$/, '')))
      return sendPage(response, queuePage(queue, options.engines.messages));
    return sendProblem(request, response, { status: 404, code: 'not_found', detail: 'There is no such page.' });
  };
}

/** Buttons. Another site's page can send a form here, but not under this origin. */
function act(options: OpsOptions, request: IncomingMessage, response: ServerResponse, path: string): void {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host ?? ''}`)
    return sendProblem(request, response, {
      status: 403,
      code: 'csrf',
      detail: 'This request came from another site.',
    });
  const redriven = /^\/queues\/([\w-]+)\/redrive$/.exec(path)?.[1];
  const run = /^\/functions\/([\w-]+)\/run$/.exec(path)?.[1];
  if (redriven !== undefined && options.queues.includes(redriven)) options.engines.messages.redrive(redriven);
  else if (path === '/edge/purge') options.edgeCache.purge();
  else if (run === undefined || !options.runSchedule(run))
    return sendProblem(request, response, { status: 404, code: 'not_found', detail: 'There is nothing to do here.' });
  const back = redriven === undefined ? (path === '/edge/purge' ? '/edge' : '/') : '/queues';
  response.writeHead(303, { location: back }).end();
}
