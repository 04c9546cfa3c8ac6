/** The error types of the API that this server uses. */
type FaultType = 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error';

export interface FaultDetail {
  type?: FaultType;
  status?: number;
  message: string;
  code?: string | undefined;
  param?: string | undefined;
  /** True where the request never reached its endpoint: such an answer is not kept for its idempotency key. */
  beforeExecution?: boolean;
}

/** A request that is answered with Stripe's error body. */
export class ApiFault extends Error {
  readonly detail: FaultDetail;

  constructor(detail: FaultDetail) {
    super(detail.message);
    this.name = 'ApiFault';
    this.detail = detail;
  }

  get status(): number {
    return this.detail.status ?? 400;
  }

  toBody(requestId: string): object {
    const { type = 'invalid_request_error', message, code, param } = this.detail;
    const doc =
      code === undefined ? {} : { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` };
    return {
      error: {
        ...(code === undefined ? {} : { code }),
        ...doc,
        message,
        ...(param === undefined ? {} : { param }),
        request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
        type,
      },
    };
  }
}

export const noSuch = (what: string, id: string, param = 'id'): ApiFault =>
  new ApiFault({ status: 404, code: 'resource_missing', message: `No such ${what}: '${id}'`, param });

export const invalid = (message: string, param?: string, code?: string): ApiFault =>
  new ApiFault({ message, param, code });
