import type { RequestListener } from 'node:http';
import { hostOf } from './gateway.ts';
import { platformHost, platformPaths } from './platform-host.ts';
import { sendProblem } from './problem-page.ts';

/** What stands behind the public port. The port is taken first, so until all is there it says that it is starting. */
export function createFront() {
  let edge: RequestListener | undefined;
  let cdn: RequestListener | undefined;
  const starting: RequestListener = (request, response) => {
    response.setHeader('retry-after', '1');
    sendProblem(request, response, {
      status: 503,
      code: 'starting',
      detail: 'Tessera is starting. Try again in a moment.',
    });
  };
  return {
    open(openEdge: RequestListener, openCdn: RequestListener): void {
      edge = openEdge;
      cdn = openCdn;
    },
    cdn: ((request, response) => (cdn ?? starting)(request, response)) satisfies RequestListener,
    edge: ((request, response) => {
      const path = (request.url ?? '/').replace(/\?.*$/s, '');
      if (hostOf(request.headers.host) === platformHost && !platformPaths.includes(path))
        return sendProblem(request, response, {
          status: 404,
          code: 'not_found',
          detail: 'Nothing answers at this address.',
        });
      return (edge ?? starting)(request, response);
    }) satisfies RequestListener,
  };
}
