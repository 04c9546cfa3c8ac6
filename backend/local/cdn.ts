import type { RequestListener } from 'node:http';
import { fromViewerRequest, toViewerEvent } from './edge/cloudfront-event.ts';
import { toEdgeRequest } from './edge/edge-request.ts';
import type { ViewerFunction } from './edge/viewer-function.ts';
import { missingFile, type Files } from './files.ts';

/** The distribution of the hosts of shops' files. */
export function createCdn(options: { viewerRequest(): ViewerFunction; files: Files }): RequestListener {
  return (incoming, response) => {
    const viewer = toEdgeRequest(incoming, {});
    const passed = fromViewerRequest(options.viewerRequest().run(toViewerEvent('viewer-request', viewer)), viewer);
    if (passed.kind === 'request')
      return void options.files.send(incoming, response, { path: viewer.uri, asked: passed.request });
    const { statusCode, headers } = passed.response;
    return statusCode === 404 ? missingFile(incoming, response) : void response.writeHead(statusCode, headers).end();
  };
}
