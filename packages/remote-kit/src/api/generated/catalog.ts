// Generated from the slice’s OpenAPI document by `npm run openapi`. Do not edit.
export interface paths {
  "/api/public/catalog/home": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hero and shelves of the shop’s first page */
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
        /** @description Hero and shelves of the shop’s first page */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["Home"];
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
  "/api/public/catalog/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Works that match, with facets */
    get: {
      parameters: {
        query?: {
          locale?: "en" | "de" | "ar";
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
          q?: string;
          kind?: components["schemas"]["WorkKind"];
          genre?: string;
          format?: string;
          maker?: string;
          year?: number | null;
          sort?: "relevance" | "newest" | "price-asc" | "price-desc" | "title";
          limit?: number;
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Works that match, with facets */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["SearchResult"];
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
  "/api/public/catalog/suggest": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Completions while typing */
    get: {
      parameters: {
        query: {
          locale?: "en" | "de" | "ar";
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
          q: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Completions while typing */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": {
              suggestions: components["schemas"]["Suggestion"][];
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
  "/api/public/catalog/items/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A work with its products and prices */
    get: {
      parameters: {
        query?: {
          locale?: "en" | "de" | "ar";
          currency?: components["schemas"]["CurrencyCode"];
          country?: components["schemas"]["CountryCode"];
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description A work with its products and prices */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["WorkDetail"];
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
  "/api/public/artist/{slug}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A maker and their works */
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
        /** @description A maker and their works */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["Maker"];
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
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Home: {
      hero?: {
        headline: string;
        text: string;
        work: components["schemas"]["WorkCard"];
        cta: string;
      };
      shelves: components["schemas"]["Shelf"][];
    };
    WorkCard: {
      id: string;
      slug: string;
      kind: components["schemas"]["WorkKind"];
      title: string;
      makers: components["schemas"]["MakerRef"][];
      cover: components["schemas"]["Picture"];
      year?: number;
      durationSeconds?: number;
      fromPrice?: components["schemas"]["Price"];
      badges: ("new" | "limited" | "sale" | "staff-pick")[];
    };
    /** @enum {string} */
    WorkKind:
      | "album"
      | "track"
      | "book"
      | "audiobook"
      | "film"
      | "course"
      | "podcast"
      | "merch"
      | "subscription"
      | "tokens";
    MakerRef: {
      id: string;
      slug: string;
      name: string;
      role: string;
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
    Price: {
      amount: components["schemas"]["Money"];
      compareAt?: components["schemas"]["Money"];
      tax: {
        /** @enum {string} */
        display: "inclusive" | "exclusive";
        label: string;
      };
      /** @enum {string} */
      interval?: "month" | "year";
    };
    Money: {
      amountMinor: string;
      currency: components["schemas"]["CurrencyCode"];
    };
    CurrencyCode: string;
    Shelf: {
      id: string;
      title: string;
      reason?: string;
      href: string;
      items: components["schemas"]["WorkCard"][];
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
    CountryCode: string;
    SearchResult: {
      items: components["schemas"]["WorkCard"][];
      total: number;
      facets: components["schemas"]["Facet"][];
      nextCursor?: string;
      didYouMean?: string;
    };
    Facet: {
      /** @enum {string} */
      name: "kind" | "genre" | "format" | "year" | "maker";
      values: {
        value: string;
        label: string;
        count: number;
      }[];
    };
    Suggestion: {
      text: string;
      /** @enum {string} */
      kind: "work" | "maker" | "query";
      href: string;
      cover?: components["schemas"]["Picture"];
    };
    WorkDetail: {
      id: string;
      slug: string;
      kind: components["schemas"]["WorkKind"];
      title: string;
      makers: components["schemas"]["MakerRef"][];
      cover: components["schemas"]["Picture"];
      year?: number;
      durationSeconds?: number;
      fromPrice?: components["schemas"]["Price"];
      badges: ("new" | "limited" | "sale" | "staff-pick")[];
      subtitle?: string;
      description: string;
      genres: string[];
      language?: string;
      publisher?: string;
      publishedOn?: string;
      contents: components["schemas"]["ContentEntry"][];
      /** @enum {string} */
      contentsLabel: "tracks" | "chapters" | "lessons" | "episodes" | "none";
      preview?: {
        /** @enum {string} */
        kind: "audio" | "video" | "text";
        src: string;
        contentType: string;
        durationSeconds?: number;
      };
      licence: string;
      products: components["schemas"]["Product"][];
      related: components["schemas"]["WorkCard"][];
      storeName: string;
    };
    ContentEntry: {
      position: number;
      title: string;
      durationSeconds?: number;
      note?: string;
    };
    Product: {
      id: string;
      title: string;
      format: string;
      /** @enum {string} */
      delivery: "digital" | "physical" | "subscription" | "tokens";
      price?: components["schemas"]["Price"];
      availability: {
        /** @enum {string} */
        state: "available" | "low" | "sold-out" | "back-order" | "not-here";
        left?: number;
      };
      maxQuantity: number;
      files: {
        name: string;
        format: string;
        bytes: number;
      }[];
      tokens?: {
        amount: number;
        validMonths: number;
      };
      unlock?: {
        tokens?: number;
        passes: {
          workId: string;
          slug: string;
          title: string;
        }[];
      };
    };
    Maker: {
      id: string;
      slug: string;
      name: string;
      role: string;
      bio: string;
      portrait: components["schemas"]["Picture"];
      works: components["schemas"]["WorkCard"][];
      links: {
        label: string;
        url: string;
      }[];
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
