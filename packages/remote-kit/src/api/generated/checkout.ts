// Generated from the slice’s OpenAPI document by `npm run openapi`. Do not edit.
export interface paths {
  "/api/cart": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The visitor’s cart, priced now */
    get: {
      parameters: {
        query?: {
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
          locale?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description The visitor’s cart, priced now */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["Cart"];
          };
        };
        /** @description Unreadable request */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Does not fit the schema */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too many requests */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    /** Sets a product’s quantity; 0 takes it out */
    post: {
      parameters: {
        query?: {
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
          locale?: string;
        };
        header?: {
          "if-match"?: string;
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            /** @enum {string} */
            op: "set";
            productId: string;
            quantity: number;
          };
        };
      };
      responses: {
        /** @description Sets a product’s quantity; 0 takes it out */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["Cart"];
          };
        };
        /** @description Unreadable request */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not allowed */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not found (also for what belongs to another tenant) */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Conflict with the current state */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Stale version */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too large */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Does not fit the schema */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too many requests */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/cart/codes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enters a discount code; the cart keeps it */
    post: {
      parameters: {
        query?: {
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
          locale?: string;
        };
        header?: {
          "if-match"?: string;
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            code: string;
          };
        };
      };
      responses: {
        /** @description Enters a discount code; the cart keeps it */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["Cart"];
          };
        };
        /** @description Unreadable request */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not allowed */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not found (also for what belongs to another tenant) */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Conflict with the current state */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Stale version */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too large */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Does not fit the schema */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too many requests */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/cart/codes/{code}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes a code out of the cart; one that isn’t there changes nothing */
    delete: {
      parameters: {
        query?: {
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
          locale?: string;
        };
        header?: {
          "if-match"?: string;
          "idempotency-key"?: string;
        };
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Takes a code out of the cart; one that isn’t there changes nothing */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["Cart"];
          };
        };
        /** @description Unreadable request */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not allowed */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not found (also for what belongs to another tenant) */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Conflict with the current state */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Stale version */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Does not fit the schema */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too many requests */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/checkout/quote": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What the cart costs delivered to this address */
    post: {
      parameters: {
        query?: {
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
          locale?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            address: components["schemas"]["Address"];
          };
        };
      };
      responses: {
        /** @description What the cart costs delivered to this address */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              cart: components["schemas"]["Cart"];
              digest: string;
            };
          };
        };
        /** @description Unreadable request */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not allowed */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not found (also for what belongs to another tenant) */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Conflict with the current state */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Does not fit the schema */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too many requests */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/checkout/create-session": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Places a pending order and opens its hosted payment page */
    post: {
      parameters: {
        query?: {
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
          locale?: string;
        };
        header?: {
          "idempotency-key"?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["CheckoutDetails"];
        };
      };
      responses: {
        /** @description Places a pending order and opens its hosted payment page */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** Format: uri */
              url: string;
              orderId: string;
            };
          };
        };
        /** @description Unreadable request */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Sign in first */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not allowed */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not found (also for what belongs to another tenant) */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Conflict with the current state */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too large */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Does not fit the schema */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too many requests */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/checkout/orders/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The buyer’s own order */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description The buyer’s own order */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["Order"];
          };
        };
        /** @description Unreadable request */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Sign in first */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not found (also for what belongs to another tenant) */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Does not fit the schema */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too many requests */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/checkout/subscriptions/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Has a subscription end with its period, or go on after all */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            renews: boolean;
          };
        };
      };
      responses: {
        /** @description Has a subscription end with its period, or go on after all */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["Subscription"];
          };
        };
        /** @description Unreadable request */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Sign in first */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not allowed */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Not found (also for what belongs to another tenant) */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Conflict with the current state */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Does not fit the schema */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too many requests */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/webhooks/stripe": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Signed payment events, taken at least once and in any order */
    post: {
      parameters: {
        query?: never;
        header: {
          "stripe-signature": string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": unknown;
        };
      };
      responses: {
        /** @description Signed payment events, taken at least once and in any order */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              /** @enum {boolean} */
              received: true;
            };
          };
        };
        /** @description Unreadable request */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too large */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Does not fit the schema */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
        /** @description Too many requests */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/problem+json": components["schemas"]["Problem"];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Cart: {
      id: string;
      version: number;
      currency: components["schemas"]["CurrencyCode"];
      lines: components["schemas"]["CartLine"][];
      itemCount: number;
      totals: components["schemas"]["Totals"];
      needsDelivery: boolean;
      renewal?: components["schemas"]["Renewal"];
      discounts?: components["schemas"]["Discount"][];
      codes?: {
        code: string;
        refusal?: components["schemas"]["CodeRefusal"];
      }[];
    };
    CurrencyCode: string;
    CartLine: {
      productId: string;
      workId: string;
      slug: string;
      title: string;
      productTitle: string;
      makers: string;
      cover: components["schemas"]["Picture"];
      /** @enum {string} */
      delivery: "digital" | "physical" | "subscription" | "tokens";
      quantity: number;
      maxQuantity: number;
      unitPrice: components["schemas"]["Money"];
      lineTotal: components["schemas"]["Money"];
      discount?: components["schemas"]["Money"];
      interval?: components["schemas"]["Interval"];
      /** @enum {string} */
      notice?: "price-changed" | "quantity-reduced" | "unavailable" | "owned";
      previousUnitPrice?: components["schemas"]["Money"];
    };
    Picture: {
      src: string;
      srcset: {
        src: string;
        width: number;
      }[];
      width: number;
      height: number;
      color: string;
      alt: string;
    };
    Money: {
      amountMinor: string;
      currency: components["schemas"]["CurrencyCode"];
    };
    /** @enum {string} */
    Interval: "month" | "year";
    Totals: {
      subtotal: components["schemas"]["Money"];
      discount: components["schemas"]["Money"];
      delivery: components["schemas"]["Money"];
      tax: components["schemas"]["Money"];
      total: components["schemas"]["Money"];
      taxLines: components["schemas"]["TaxLine"][];
      /** @enum {string} */
      taxDisplay: "inclusive" | "exclusive";
      estimated: boolean;
    };
    TaxLine: {
      label: string;
      ratePercent: string;
      taxable: components["schemas"]["Money"];
      amount: components["schemas"]["Money"];
      included: boolean;
      jurisdiction: string;
    };
    Renewal: {
      interval: components["schemas"]["Interval"];
      total: components["schemas"]["Money"];
      tax: components["schemas"]["Money"];
    };
    Discount: {
      id: string;
      name: string;
      code?: string;
      amount: components["schemas"]["Money"];
      freeDelivery: boolean;
    };
    /** @enum {string} */
    CodeRefusal:
      | "unknown"
      | "expired"
      | "not-yet"
      | "used-up"
      | "used-by-you"
      | "not-first-order"
      | "minimum"
      | "not-these"
      | "other-currency"
      | "not-combinable";
    Problem: {
      type: string;
      title: string;
      status: number;
      code: string;
      detail?: string;
      errors?: {
        path: string;
        message: string;
      }[];
      data?: {
        [key: string]: unknown;
      };
    };
    CountryCode: string;
    Address: {
      name: string;
      line1?: string;
      line2?: string;
      city?: string;
      region?: string;
      postalCode?: string;
      country: components["schemas"]["CountryCode"];
    };
    CheckoutDetails: {
      /** Format: email */
      email: string;
      address: components["schemas"]["Address"];
      /** @enum {boolean} */
      acceptedTerms: true;
      locale?: string;
      digest?: string;
    };
    Order: {
      id: string;
      number: string;
      state: components["schemas"]["OrderState"];
      /** Format: date-time */
      placedAt: string;
      email: string;
      lines: components["schemas"]["OrderLine"][];
      totals: components["schemas"]["Totals"];
      discounts?: components["schemas"]["Discount"][];
      address?: components["schemas"]["Address"];
      invoiceNumber?: string;
      givenBack?: {
        amount: components["schemas"]["Money"];
        /** Format: date-time */
        at: string;
        creditNoteNumber?: string;
      }[];
      renewal?: components["schemas"]["Renewal"];
      renewalOf?: string;
      timeline: {
        /** Format: date-time */
        at: string;
        what: string;
        detail?: string;
      }[];
    };
    /** @enum {string} */
    OrderState:
      | "pending"
      | "pending_async"
      | "paid"
      | "fulfilled"
      | "partially_refunded"
      | "refunded"
      | "disputed"
      | "cancelled"
      | "expired"
      | "needs_review";
    OrderLine: {
      id: string;
      productId: string;
      workId: string;
      title: string;
      productTitle: string;
      quantity: number;
      unitPrice: components["schemas"]["Money"];
      lineTotal: components["schemas"]["Money"];
      discount?: components["schemas"]["Money"];
      delivery: string;
      cover: components["schemas"]["Picture"];
    };
    Subscription: {
      id: string;
      /** @enum {string} */
      state: "active" | "ending" | "past_due" | "ended";
      lines: {
        workId: string;
        slug: string;
        title: string;
        productTitle: string;
        cover: components["schemas"]["Picture"];
      }[];
      renewal: components["schemas"]["Renewal"];
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      periodEnd: string;
      /** Format: date-time */
      validUntil: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
