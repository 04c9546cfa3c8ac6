import { isStanding, type SliceRegistry, type SliceVersionState } from '../../composition/registry/slice-registry.ts';

/** So long a version waits for a release to be taken back to, after the last shop has left it. */
export const idleMs = 7 * 24 * 3600_000;

const by = 'worker-sweep';

/** Retires versions of slices that nothing has needed for a week. The one deployed last stays: it answers whoever names none. */
export async function sweepSlices(
  slices: SliceRegistry,
  names: readonly string[],
  now: Date,
): Promise<{ retired: readonly string[] }> {
  const retired: string[] = [];
  for (const slice of names) {
    const versions = await slices.list(slice);
    for (const one of versions.filter(({ state }) => state !== 'retired')) {
      const isNeeded = await slices.isNeeded(slice, one.version);
      const step = stepOf(one, { isNeeded, isLast: isStanding(one, versions), now });
      if (step === 'needed') await slices.noteIdle(slice, one.version, undefined);
      if (step === 'idle') await slices.noteIdle(slice, one.version, now.toISOString());
      if (step !== 'retire') continue;
      const { ok } = await slices.retire(slice, one.version, { by, at: now.toISOString() });
      if (ok) retired.push(`${slice} ${one.version}`);
    }
  }
  return { retired };
}

/** What is to be done with a version; undefined for nothing. */
export function stepOf(
  { state, idleSince }: SliceVersionState,
  { isNeeded, isLast, now }: { isNeeded: boolean; isLast: boolean; now: Date },
): 'needed' | 'idle' | 'retire' | undefined {
  if (state === 'retired') return undefined;
  // Whoever began to retire it did not come to the end; it goes, or is live again.
  if (state === 'retiring') return 'retire';
  if (isNeeded || isLast) return idleSince === undefined ? undefined : 'needed';
  if (idleSince === undefined) return 'idle';
  return now.getTime() - Date.parse(idleSince) >= idleMs ? 'retire' : undefined;
}
