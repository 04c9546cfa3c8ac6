/** The request as it travels through the edge; header names in lower case, cookies apart. */
export interface EdgeRequest {
  method: string;
  uri: string;
  query: string;
  headers: Record<string, string>;
  ip: string;
  id: string;
}

interface Value {
  value: string;
  multiValue?: { value: string }[];
}
type Values = Record<string, Value>;

export interface ViewerResponse {
  statusCode: number;
  headers: Record<string, string>;
  cookies: string[];
  body?: string | undefined;
}

const distribution = { distributionDomainName: 'tessera.cloudfront.net', distributionId: 'LOCAL' };

/** The event of a CloudFront Function, as of runtime 2.0. */
export function toViewerEvent(
  eventType: 'viewer-request' | 'viewer-response',
  request: EdgeRequest,
  response?: ViewerResponse,
) {
  const { cookie = '', ...headers } = request.headers;
  return {
    version: '1.0',
    context: { ...distribution, eventType, requestId: request.id },
    viewer: { ip: request.ip },
    request: {
      method: request.method,
      uri: request.uri,
      querystring: toValues(pairsOf(request.query, '&')),
      headers: toValues(Object.entries(headers)),
      cookies: toValues(pairsOf(cookie, /;\s*/)),
    },
    ...(response
      ? {
          response: {
            statusCode: response.statusCode,
            headers: toValues(Object.entries(response.headers)),
            cookies: {},
          },
        }
      : {}),
  };
}

/** What the viewer-request function made of the request, or the answer it gave itself. */
export function fromViewerRequest(
  result: unknown,
  request: EdgeRequest,
): { kind: 'request'; request: EdgeRequest } | { kind: 'response'; response: ViewerResponse } {
  if (!isRecord(result)) throw new TypeError('the viewer-request function returned nothing');
  if (result['statusCode'] !== undefined) return { kind: 'response', response: fromViewerResponse(result) };
  const headers = fromValues(result['headers']);
  const cookie = joinPairs(result['cookies'], '; ');
  const uri = typeof result['uri'] === 'string' ? result['uri'] : request.uri;
  const host = request.headers['host'] ?? '';
  return {
    kind: 'request',
    request: {
      ...request,
      uri,
      query: joinPairs(result['querystring'], '&'),
      // The Host header is read-only to viewer functions.
      headers: { ...headers, host, ...(cookie ? { cookie } : {}) },
    },
  };
}

export function fromViewerResponse(result: unknown): ViewerResponse {
  if (!isRecord(result)) throw new TypeError('the viewer-response function returned nothing');
  const { body } = result;
  const text = isRecord(body) ? body['data'] : body;
  return {
    statusCode: Number(result['statusCode']),
    headers: fromValues(result['headers']),
    cookies: toSetCookies(result['cookies']),
    body: typeof text === 'string' ? text : undefined,
  };
}

interface LambdaHeader {
  key: string;
  value: string;
}

/** The event of Lambda@Edge at origin-request. Custom headers are what the origin is configured with. */
export function toOriginRequestEvent(
  request: EdgeRequest,
  origin: { domainName: string; customHeaders: Readonly<Record<string, string>> },
): object {
  return {
    Records: [
      {
        cf: {
          config: { ...distribution, eventType: 'origin-request', requestId: request.id },
          request: {
            clientIp: request.ip,
            method: request.method,
            uri: request.uri,
            querystring: request.query,
            headers: toLambdaHeaders(request.headers),
            origin: {
              custom: {
                customHeaders: toLambdaHeaders(origin.customHeaders),
                domainName: origin.domainName,
                keepaliveTimeout: 60,
                path: '',
                port: 443,
                protocol: 'https',
                readTimeout: 30,
                sslProtocols: ['TLSv1.2'],
              },
            },
          },
        },
      },
    ],
  };
}

/** Reads what Lambda@Edge returned: the request to send on, or an answer of its own. */
export function fromOriginRequest(
  result: unknown,
  request: EdgeRequest,
): { kind: 'request'; request: EdgeRequest } | { kind: 'response'; response: ViewerResponse } {
  if (!isRecord(result)) throw new TypeError('the origin-request function returned nothing');
  const headers = fromLambdaHeaders(result['headers']);
  if (result['status'] !== undefined) {
    const { 'set-cookie': _cookies, ...rest } = headers;
    const body = typeof result['body'] === 'string' ? result['body'] : undefined;
    const cookies = lambdaValues(result['headers'], 'set-cookie');
    return { kind: 'response', response: { statusCode: Number(result['status']), headers: rest, cookies, body } };
  }
  const origin = isRecord(result['origin']) ? result['origin']['custom'] : undefined;
  const added = isRecord(origin) ? fromLambdaHeaders(origin['customHeaders']) : {};
  return {
    kind: 'request',
    request: {
      ...request,
      uri: typeof result['uri'] === 'string' ? result['uri'] : request.uri,
      query: typeof result['querystring'] === 'string' ? result['querystring'] : request.query,
      headers: { ...headers, ...added },
    },
  };
}

function toLambdaHeaders(headers: Readonly<Record<string, string>>): Record<string, LambdaHeader[]> {
  return Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, [{ key, value }]]));
}

function fromLambdaHeaders(headers: unknown): Record<string, string> {
  if (!isRecord(headers)) return {};
  return Object.fromEntries(
    Object.keys(headers).map((name) => [name.toLowerCase(), lambdaValues(headers, name).join(', ')]),
  );
}

function lambdaValues(headers: unknown, name: string): string[] {
  const values = isRecord(headers) ? headers[name] : undefined;
  return Array.isArray(values) ? values.map((one: unknown) => (isRecord(one) ? String(one['value']) : '')) : [];
}

function toValues(pairs: readonly (readonly [string, string])[]): Values {
  const values: Values = {};
  for (const [name, value] of pairs) {
    const known = values[name];
    if (!known) values[name] = { value };
    else (known.multiValue ??= [{ value: known.value }]).push({ value });
  }
  return values;
}

function fromValues(values: unknown): Record<string, string> {
  if (!isRecord(values)) return {};
  return Object.fromEntries(
    Object.entries(values).map(([name, entry]) => [name.toLowerCase(), allOf(entry).join(', ')]),
  );
}

function joinPairs(values: unknown, separator: string): string {
  if (!isRecord(values)) return '';
  return Object.entries(values)
    .flatMap(([name, entry]) =>
      allOf(entry).map((value) => (value === '' && separator === '&' ? name : `${name}=${value}`)),
    )
    .join(separator);
}

function toSetCookies(values: unknown): string[] {
  if (!isRecord(values)) return [];
  return Object.entries(values).flatMap(([name, entry]) => {
    const all = isRecord(entry) && Array.isArray(entry['multiValue']) ? (entry['multiValue'] as unknown[]) : [entry];
    return all.filter(isRecord).map(({ value, attributes }) => {
      const rest = typeof attributes === 'string' && attributes !== '' ? `; ${attributes}` : '';
      return `${name}=${String(value)}${rest}`;
    });
  });
}

function allOf(entry: unknown): string[] {
  if (!isRecord(entry)) return [];
  const { multiValue, value } = entry;
  if (Array.isArray(multiValue)) return multiValue.map((one: unknown) => (isRecord(one) ? String(one['value']) : ''));
  return value === undefined || value === null ? [] : [String(value)];
}

function pairsOf(text: string, separator: string | RegExp): [string, string][] {
  if (text === '') return [];
  return text.split(separator).map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
