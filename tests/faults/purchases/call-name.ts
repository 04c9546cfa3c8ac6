import type { ClientRequest } from 'node:http';

/** `DynamoDB TransactWriteItems`, `POST /v1/refunds`, `GET /v1/checkout/sessions/:id`. */
export function callName(request: ClientRequest): string {
  const target = request.getHeader('x-amz-target');
  if (typeof target === 'string') return `DynamoDB ${target.split('.')[1] ?? target}`;
  const [path = ''] = request.path.split('?');
  return `${request.method} ${path.replaceAll(/\/[a-z]+_[A-Za-z0-9_]+(?=\/|$)/g, (part) => (/\d/.test(part) ? '/:id' : part))}`;
}
