/** What a command ends with; documented in the README, and never given another meaning. */
export const exitCodes = {
  ok: 0,
  /** Something went wrong that none of the others names. */
  failed: 1,
  /** The command line is not one that is understood. */
  usage: 2,
  /** The compatibility gate refused the build. */
  refused: 3,
  /** Nobody is signed in, or whoever is may not do this. */
  forbidden: 4,
  /** Somebody else was first: a version that is taken, a channel that moved meanwhile. */
  conflict: 5,
  /** The shop does not answer. */
  unreachable: 6,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
