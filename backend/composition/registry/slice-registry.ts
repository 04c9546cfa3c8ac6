import { platformTenant } from '@tessera/contracts/release.ts';
import { fromSliceRef } from '@tessera/contracts/slice-ref.ts';
import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createSliceNeedEntity } from '../../table/slice-need.ts';
import { createSliceVersionEntity } from '../../table/slice-version.ts';
import { refOf, type MissingSlice, type SliceNeed } from './slice-needs.ts';

const tenantId = platformTenant;

/** A shop that needs a version, and why. */
export interface ShopNeed {
  shop: string;
  channel: string;
  releases: readonly string[];
}

type State = 'live' | 'retiring' | 'retired';

export interface SliceVersionState {
  version: string;
  state: State;
  deployedAt: string;
  idleSince?: string | undefined;
}

export type Retired =
  | { ok: true }
  /** `announced`: it was deployed again meanwhile. */
  | { ok: false; reason: 'unknown' | 'retired' | 'announced' }
  /** Shops that could not be served any more. */
  | { ok: false; reason: 'needed'; by: readonly ShopNeed[] };

/** Whether a version is the one deployed last, which answers whoever names none. */
export const isStanding = ({ deployedAt }: SliceVersionState, all: readonly SliceVersionState[]): boolean =>
  all.every((other) => other.deployedAt <= deployedAt);

/** Versions of slices: which there are, who needs them, and their end. */
export interface SliceRegistry {
  /** Says that versions are deployed; from then on releases that name them can go live. */
  announce(versions: Readonly<Record<string, string>>, at: string): Promise<void>;
  list(slice: string): Promise<readonly SliceVersionState[]>;
  needs(slice: string, version: string): Promise<readonly ShopNeed[]>;
  isNeeded(slice: string, version: string): Promise<boolean>;
  /** Of all shops, as `catalog.0123456789ab`. */
  neededRefs(slices: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those that no release can go live with. */
  missing(needs: readonly SliceNeed[]): Promise<readonly MissingSlice[]>;
  /** Ends a version that nothing needs. */
  retire(slice: string, version: string, act: { by: string; at: string }): Promise<Retired>;
  /** Notes since when nothing needs a version, or that something does again. */
  noteIdle(slice: string, version: string, since: string | undefined): Promise<void>;
}

export function createSliceRegistry(table: Table): SliceRegistry {
  const versions = createSliceVersionEntity(table);
  const needed = createSliceNeedEntity(table);

  const needs: SliceRegistry['needs'] = async (slice, version) => {
    const { data } = await needed.query.need({ tenantId, slice, version }).go({ pages: 'all', consistent: true });
    // A version is no beginning of another: all are of one length.
    return data.map(({ shop, channel, releases }) => ({ shop, channel, releases }));
  };
  const stateOf = async ({ slice, version }: Pick<SliceNeed, 'slice' | 'version'>) =>
    (await versions.get({ tenantId, slice, version }).go({ consistent: true })).data?.state ?? 'unknown';

  /** True where the version was in one of the states, and is in the other now. */
  async function turn(
    slice: string,
    version: string,
    from: readonly State[],
    to: { state: State; retiredAt?: string; retiredBy?: string },
  ): Promise<boolean> {
    try {
      await versions
        .patch({ tenantId, slice, version })
        .set(to)
        .where(({ state }, { eq }) => from.map((one) => eq(state, one)).join(' OR '))
        .go();
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  }

  return {
    needs,
    async announce(deployed, at) {
      for (const [slice, version] of Object.entries(deployed))
        await versions.put({ tenantId, slice, version, state: 'live', deployedAt: at }).go();
    },
    async list(slice) {
      const { data } = await versions.query.version({ tenantId, slice }).go({ pages: 'all', consistent: true });
      return data.map(({ version, state, deployedAt, idleSince }) => ({ version, state, deployedAt, idleSince }));
    },
    async isNeeded(slice, version) {
      const { data } = await needed.query.need({ tenantId, slice, version }).go({ limit: 1, consistent: true });
      return data.length > 0;
    },
    async neededRefs(slices) {
      const found = await Promise.all(
        slices.map((slice) => needed.query.need({ tenantId, slice }).go({ pages: 'all', consistent: true })),
      );
      return new Set(found.flatMap(({ data }) => data.map(refOf)));
    },
    async missing(wanted) {
      const states = await Promise.all(wanted.map(stateOf));
      return wanted.flatMap((need, index) => {
        const state = states[index] ?? 'unknown';
        return state === 'live' ? [] : [{ ...need, state }];
      });
    },
    /*
     * live → retiring: no channel can come to need it from here on, for that is a condition of its move
     *      → whoever needs it already has said so, in the same transaction as the move
     *      → retired, or live again where somebody does
     */
    async retire(slice, version, { by, at }) {
      if (!(await turn(slice, version, ['live', 'retiring'], { state: 'retiring' }))) {
        const state = await stateOf({ slice, version });
        return { ok: false, reason: state === 'retired' ? 'retired' : 'unknown' };
      }
      const still = await needs(slice, version);
      if (still.length > 0) {
        await turn(slice, version, ['retiring'], { state: 'live' });
        return { ok: false, reason: 'needed', by: still };
      }
      const ended = await turn(slice, version, ['retiring'], { state: 'retired', retiredAt: at, retiredBy: by });
      if (ended || (await stateOf({ slice, version })) === 'retired') return { ok: true };
      return { ok: false, reason: 'announced' };
    },
    async noteIdle(slice, version, since) {
      const change = versions.patch({ tenantId, slice, version });
      await (since === undefined ? change.remove(['idleSince']) : change.set({ idleSince: since })).go();
    },
  };
}

/** What a move writes besides the channel, so that the two are never apart. */
export function needChanges(before: readonly string[], after: readonly SliceNeed[]) {
  const kept = new Set(after.map(refOf));
  return {
    put: after,
    remove: before.filter((ref) => !kept.has(ref)).flatMap((ref) => fromSliceRef(ref) ?? []),
  };
}
