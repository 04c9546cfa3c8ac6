import type { Fault, Task } from './protocol.ts';
import type { Random } from './random.ts';

type Kind = Exclude<Task['do'], 'request'> | 'set-cart' | 'place' | 'read-order';

/** By what a task is, `request` told apart by its path: they call different things. */
export function kindOf(task: Task): Kind {
  if (task.do !== 'request') return task.do;
  if (task.path === '/api/cart') return 'set-cart';
  return task.method === 'POST' ? 'place' : 'read-order';
}

/** A task seldom calls the same thing more often, and one that is not come to kills nobody. */
const furthest = 2;

/** Of first tries, how many are to die, and what each further try has of the one before. Few tasks of a kind die more often each. */
const shares: Readonly<Record<Kind, { first: number; again: number }>> = {
  'set-cart': { first: 0.1, again: 0.5 },
  place: { first: 0.5, again: 0.6 },
  'read-order': { first: 0.3, again: 0.5 },
  deliver: { first: 0.06, again: 0.5 },
  handle: { first: 0.25, again: 0.5 },
  sweep: { first: 0.95, again: 0.95 },
};

export interface Target {
  task: Kind;
  call: string;
  /** How often a process died before it, and after it. */
  before: number;
  after: number;
}

/** Decides who dies where. Each call that was ever seen of a kind of task is hit on both sides, the one hit least first. */
export class FaultPlan {
  readonly #random: Random;
  readonly #targets = new Map<string, Target & { /** Of one task, at most. */ times: number }>();
  kills = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Later tries die less and less, so that everything comes to an end. */
  next(task: Task, attempt: number): Fault | undefined {
    const kind = kindOf(task);
    const { first, again } = shares[kind];
    if (!this.#random.chance(first * again ** attempt)) return undefined;
    const sides = [...this.#targets.values()]
      .filter((target) => target.task === kind)
      .flatMap(({ call, before, after, times }) => [
        { call, times, when: 'before' as const, hits: before },
        { call, times, when: 'after' as const, hits: after },
      ]);
    const fewest = Math.min(...sides.map(({ hits }) => hits));
    const least = sides.filter(({ hits }) => hits === fewest);
    const chosen = least[this.#random.whole(0, least.length - 1)];
    // Of what was never seen nothing is known but that it begins somehow.
    if (!chosen) return { when: this.#random.pick(['before', 'after']), nth: this.#random.whole(1, furthest) };
    const { call, when, times } = chosen;
    return { call, when, nth: this.#random.whole(1, Math.min(times, furthest)) };
  }

  sawCalls(task: Task, calls: readonly string[]): void {
    for (const call of new Set(calls)) {
      const target = this.#targetOf(task, call);
      target.times = Math.max(target.times, calls.filter((other) => other === call).length);
    }
  }

  /** `call`: the last one that it made. */
  sawKill(task: Task, call: string, when: Fault['when']): void {
    this.kills += 1;
    this.#targetOf(task, call)[when] += 1;
  }

  coverage(): Target[] {
    return [...this.#targets.values()].toSorted((a, b) => a.task.localeCompare(b.task) || a.call.localeCompare(b.call));
  }

  #targetOf(task: Task, call: string): Target & { times: number } {
    const name = `${kindOf(task)} ${call}`;
    const target = this.#targets.get(name) ?? { task: kindOf(task), call, before: 0, after: 0, times: 0 };
    this.#targets.set(name, target);
    return target;
  }
}
