/** Names that cross a wire. They are spelled here and nowhere else; free of imports, because the edge's functions read them too. */
export const headers = {
  tenant: 'x-tenant',
  requestId: 'x-request-id',
  csrf: 'x-tessera-csrf',
  release: 'x-tessera-release',
  /** Detached JWS of the release set that an answer was made from. */
  releaseSignature: 'x-tessera-release-signature',
  /** Token of a page view, to count it by. Anonymous: it is of this page view alone. */
  pageView: 'x-tessera-page-view',
  /**
   * `catalog.0123456789ab`: of a request, the version of the slice that the page's release was built with; of an answer,
   * the version that gave it. See `slice-ref.ts`.
   */
  slice: 'x-tessera-slice',
  idempotencyKey: 'idempotency-key',
  viewerCountry: 'cloudfront-viewer-country',
  /** What a page's bytes depend on besides its address; part of the cache key. See `view.ts`. */
  view: 'x-tessera-view',
  /**
   * Token of the override that this visitor's cookie brought, for a document; part of the cache key, so that no other
   * visitor is answered with it.
   */
  override: 'x-tessera-override',
  /** The tenant the edge found for the host; between the edge's own functions only, never from outside. */
  edgeTenant: 'x-tessera-tenant',
  /** The id given to a first-time visitor, on its way to the cookie. */
  newVisitor: 'x-tessera-new-visitor',
  /**
   * Custom header of the origin that brings `TENANT_SIGNING_KEYS` (base64 of its JSON) to the origin-request function,
   * which has no environment. It stands in `request.origin.custom.customHeaders`; the function removes it.
   */
  edgeSigningKeys: 'x-tessera-signing-keys',
  /** SHA-256 of a body in hex, for origins that CloudFront signs its requests to. */
  bodyHash: 'x-amz-content-sha256',
} as const;

export const cookies = {
  session: '__Host-session',
  cart: '__Host-cart',
  bucket: '__Host-bucket',
  locale: '__Host-locale',
  /** Chosen currency and country, as `EUR.DE`. */
  view: '__Host-view',
  /** Token of an override: one remote from another origin, for this browser alone. */
  override: '__Host-override',
  /** Binds a sign-in that was started in this browser to the hand-off that ends it. */
  signIn: '__Host-signin',
} as const;
