// Generated from the slice’s OpenAPI document by `npm run openapi`. Do not edit.
export interface paths {
  "/api/public/support/articles": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Help articles by topic */
    get: {
      parameters: {
        query?: {
          locale?: "en" | "de" | "ar";
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Help articles by topic */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              items: components["schemas"]["ArticleCard"][];
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
  "/api/public/support/articles/{slug}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One help article */
    get: {
      parameters: {
        query?: {
          locale?: "en" | "de" | "ar";
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
        };
        header?: never;
        path: {
          slug: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description One help article */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["Article"];
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
  "/api/support/chat": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answers from the tenant’s help articles, streamed, with citations */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": {
            message: string;
            /** @default [] */
            history?: {
              /** @enum {string} */
              from: "visitor" | "assistant";
              text: string;
            }[];
            locale?: string;
          };
        };
      };
      responses: {
        /** @description Answers from the tenant’s help articles, streamed, with citations */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "text/event-stream": components["schemas"]["ChatEvent"];
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
    ArticleCard: {
      slug: string;
      title: string;
      summary: string;
      topic: string;
    };
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
    CurrencyCode: string;
    CountryCode: string;
    Article: {
      slug: string;
      title: string;
      summary: string;
      topic: string;
      sections: {
        id: string;
        heading: string;
        text: string;
      }[];
      updatedOn: string;
    };
    ChatEvent:
      | {
          /** @enum {string} */
          type: "text";
          text: string;
        }
      | {
          /** @enum {string} */
          type: "citation";
          citation: components["schemas"]["Citation"];
        }
      | {
          /** @enum {string} */
          type: "done";
          known: boolean;
          contact?: string;
        }
      | {
          /** @enum {string} */
          type: "error";
          message: string;
        };
    Citation: {
      number: number;
      slug: string;
      title: string;
      sectionId: string;
      href: string;
      quote: string;
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
