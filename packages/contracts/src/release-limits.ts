/** What one release, and one shop's store of them, may come to. A description beyond these is refused whole. */
export const releaseLimits = {
  files: 2_000,
  /** Of the description as JSON, with its checksums. */
  descriptionBytes: 1_000_000,
  fileBytes: 10_000_000,
  /** It goes to the function that renders it with each call. */
  serverEntryBytes: 1_000_000,
  totalBytes: 50_000_000,
  routes: 200,
  /** Releases and reservations of one shop. */
  releases: 500,
} as const;

/** How long a reserved version waits for its files before somebody else may have it. */
export const reservationSeconds = 30 * 60;

/** How long an address to upload to is good for; reserving again gives new ones. */
export const uploadSeconds = 15 * 60;
