type Pins = Readonly<Record<string, string>>;

/**
 * What each remote of a set that is about to be made falls back to: the release that visitors have now where the set
 * moves on from it, and what that one fell back to where it stays. The shell has none: a page cannot start without it.
 */
export function fallbackPins(releases: Pins, live: { releases: Pins; fallbacks?: Pins } | undefined): Pins {
  const pins = Object.entries(releases).flatMap(([remote, releaseId]) => {
    const now = live?.releases[remote];
    const fallback = now === releaseId ? live?.fallbacks?.[remote] : now;
    return remote === 'shell' || fallback === undefined ? [] : [[remote, fallback] as const];
  });
  return Object.fromEntries(pins);
}
