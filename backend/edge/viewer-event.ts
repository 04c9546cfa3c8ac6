/** Events of CloudFront Functions, runtime 2.0. Header and cookie names are in lower case. */
export interface ViewerValue {
  value: string;
  attributes?: string;
}

export interface ViewerRequest {
  method: string;
  uri: string;
  querystring: Record<string, ViewerValue | undefined>;
  headers: Record<string, ViewerValue | undefined>;
  cookies: Record<string, ViewerValue | undefined>;
}

export interface ViewerResponse {
  statusCode: number;
  statusDescription?: string;
  headers: Record<string, ViewerValue | undefined>;
  cookies?: Record<string, ViewerValue | undefined>;
  body?: string;
}

export interface ViewerRequestEvent {
  context: { requestId: string };
  request: ViewerRequest;
}

export interface ViewerResponseEvent {
  request: ViewerRequest;
  response: ViewerResponse;
}
