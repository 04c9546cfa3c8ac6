import type { Rollout } from '@tessera/contracts/rollout.ts';

/** Remote → release id. */
export type Pins = Readonly<Record<string, string>>;

/** Who gets what of one shop: what is stable, and the canaries beside it. */
export interface ShopTraffic {
  /** Counts changes: a change is refused where another came between. */
  revision: number;
  moved: { at: string; by: string; what?: string };
  /** Set of visitors who are in no canary. */
  setId: string;
  /** What that set pins. */
  pins: Pins;
  /** Those on their way; the place of each is its bit in a combination. */
  rollouts: readonly Rollout[];
  /** Sets of visitors in canary, by their combination less 1. */
  sets: readonly string[];
}

/** A set that is there, or the pins of one that is still to be made; `left` is a remote that falls back to nothing. */
export type SetSource = { setId: string } | { pins: Pins; left?: string };

/** What a change makes of a shop's traffic. */
export interface Change {
  stable: SetSource;
  sets: readonly SetSource[];
  /** In the order of their bits. */
  rollouts: readonly Rollout[];
  /** Of those that ended with it. */
  ended: readonly Rollout[];
}

const isIn = (combination: number, index: number): boolean => (combination & (1 << index)) !== 0;
const combinationsOf = (canaries: number): number[] => Array.from({ length: 2 ** canaries - 1 }, (_, at) => at + 1);

/** The set of the visitors who are in these canaries. */
export function setAt(traffic: ShopTraffic, combination: number): string {
  const setId = combination === 0 ? traffic.setId : traffic.sets[combination - 1];
  if (setId === undefined) throw new Error(`no set for the combination ${combination}`);
  return setId;
}

export function pinsAt({ pins, rollouts }: Pick<ShopTraffic, 'pins' | 'rollouts'>, combination: number): Pins {
  const moved = rollouts.flatMap(({ remote, release }, index) =>
    isIn(combination, index) ? [[remote, release.releaseId] as const] : [],
  );
  return { ...pins, ...Object.fromEntries(moved) };
}

/** One canary more: the visitors of each combination are divided once more. */
export function withCanary(traffic: ShopTraffic, rollout: Rollout): Change {
  const rollouts = [...traffic.rollouts, rollout];
  const known = 2 ** traffic.rollouts.length;
  return {
    stable: { setId: traffic.setId },
    sets: combinationsOf(rollouts.length).map((combination) =>
      combination < known
        ? { setId: setAt(traffic, combination) }
        : { pins: pinsAt({ pins: traffic.pins, rollouts }, combination) },
    ),
    rollouts,
    ended: [],
  };
}

/** Its visitors go back to stable. All sets that are left are there already. */
export function withoutCanary(traffic: ShopTraffic, ended: Rollout): Change {
  const { index, rollouts } = without(traffic, ended);
  return {
    stable: { setId: traffic.setId },
    sets: combinationsOf(rollouts.length).map((left) => ({ setId: setAt(traffic, spread(left, index)) })),
    rollouts,
    ended: [ended],
  };
}

/** What its visitors have is what all have from now on. All sets that are left are there already. */
export function withCompleted(traffic: ShopTraffic, ended: Rollout): Change {
  const { index, rollouts } = without(traffic, ended);
  const bit = 1 << index;
  return {
    stable: { setId: setAt(traffic, bit) },
    sets: combinationsOf(rollouts.length).map((left) => ({ setId: setAt(traffic, spread(left, index) | bit) })),
    rollouts,
    ended: [ended],
  };
}

/** Another stable release of a remote without a canary, or none of it any more. */
export function withStable(
  traffic: ShopTraffic,
  { remote, releaseId, left }: { remote: string; releaseId: string | undefined; left?: true },
  ended: Rollout,
): Change {
  const { [remote]: _, ...others } = traffic.pins;
  const pins = releaseId === undefined ? others : { ...others, [remote]: releaseId };
  const source = (combination: number): SetSource => ({
    pins: pinsAt({ pins, rollouts: traffic.rollouts }, combination),
    // What is left behind is nothing to fall back to.
    ...(left ? { left: remote } : {}),
  });
  return {
    stable: source(0),
    sets: combinationsOf(traffic.rollouts.length).map(source),
    rollouts: traffic.rollouts,
    ended: [ended],
  };
}

/** The same sets; one rollout has another share or state. */
export function withChanged(traffic: ShopTraffic, changed: Rollout): Change {
  return {
    stable: { setId: traffic.setId },
    sets: traffic.sets.map((setId) => ({ setId })),
    rollouts: traffic.rollouts.map((rollout) => (rollout.id === changed.id ? changed : rollout)),
    ended: [],
  };
}

function without({ rollouts }: ShopTraffic, { id }: Rollout): { index: number; rollouts: readonly Rollout[] } {
  const index = rollouts.findIndex((rollout) => rollout.id === id);
  if (index < 0) throw new Error(`${id} is not on its way`);
  return { index, rollouts: rollouts.filter((_, at) => at !== index) };
}

/** A combination of all but one, as one of all: room is made for the missing bit. */
function spread(combination: number, index: number): number {
  const low = (1 << index) - 1;
  return (combination & low) | ((combination & ~low) << 1);
}
