/** Headers of every answer of this origin, documents or not. */
export const commonHeaders = (scheme: string): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  ...(scheme === 'https' ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains; preload' } : {}),
});

/** Headers of a document besides its policy. */
export const documentHeaders = {
  'content-type': 'text/html; charset=utf-8',
  // Closes the hole an import map leaves: a script that it does not list is blocked too.
  'integrity-policy': 'blocked-destinations=(script)',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(self), browsing-topics=()',
} as const;

const { 'integrity-policy': _, ...others } = documentHeaders;

/** Of a document with an override, whose remote's files nobody has hashed. */
export const openDocumentHeaders: Readonly<Record<string, string>> = others;

/** Shared caches keep a public page for 30 s and answer from it while they fetch the next; browsers ask each time. */
export const cacheControl = {
  public: 'public, max-age=0, s-maxage=30, stale-while-revalidate=300',
  private: 'no-store',
} as const;
