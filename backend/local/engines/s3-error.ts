import type { ServerResponse } from 'node:http';

const statuses = {
  AccessDenied: 403,
  AuthorizationQueryParametersError: 403,
  InvalidAccessKeyId: 403,
  RequestTimeTooSkewed: 403,
  SignatureDoesNotMatch: 403,
  XAmzContentSHA256Mismatch: 400,
  InternalError: 500,
} as const;
export type S3ErrorCode = keyof typeof statuses;

export function sendS3Error(response: ServerResponse, code: S3ErrorCode, message: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  response
    .writeHead(statuses[code], {
      'content-type': 'application/xml',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    })
    .end(body);
}
