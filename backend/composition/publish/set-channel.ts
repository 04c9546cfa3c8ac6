import type { Table } from '../../table/client.ts';
import { createDynamoReleaseRepository } from '../registry/repository.dynamo.ts';
import type { Channel } from '../registry/repository.ts';
import { sliceNeedsOf, type MissingSlice } from '../registry/slice-needs.ts';
import { createSliceRegistry } from '../registry/slice-registry.ts';

export interface SetChannelInput {
  tenantId: string;
  channel: string;
  setId: string;
  movedBy: string;
  /** Moves the channel had made when the caller looked; absent: whatever it is now. */
  expectedMoves?: number;
  table: Table;
  now?: () => Date;
}

export type SetChannelResult =
  | { ok: true; moves: number; previous: string | undefined }
  | { ok: false; reason: 'unknown_set' }
  /** A release of the set names a version of its slice that is not deployed any more, or not yet. */
  | { ok: false; reason: 'slice_missing'; missing: readonly MissingSlice[] }
  /** `now` is where it stands, and who moved it there. */
  | { ok: false; reason: 'moved_meanwhile'; now: Pick<Channel, 'setId' | 'moves' | 'movedAt' | 'movedBy'> | undefined };

/** Points a channel at a set, by condition: two who move it at once cannot both believe they did. */
export async function setChannel(input: SetChannelInput): Promise<SetChannelResult> {
  const repository = createDynamoReleaseRepository(input.table, input.tenantId);
  const [set, from] = await Promise.all([repository.findSet(input.setId), repository.findChannel(input.channel)]);
  if (set?.channel !== input.channel) return { ok: false, reason: 'unknown_set' };
  const moves = from?.moves ?? 0;
  if (input.expectedMoves !== undefined && input.expectedMoves !== moves) return movedMeanwhile(from);
  if (from?.setId === input.setId) return { ok: true, moves, previous: from.setId };
  const move = {
    setId: input.setId,
    movedAt: (input.now ?? (() => new Date()))().toISOString(),
    movedBy: input.movedBy,
  };
  const moved = await repository.moveChannel(input.channel, move, from);
  if (moved) return { ok: true, moves: moves + 1, previous: from?.setId };
  const missing = await createSliceRegistry(input.table).missing(await sliceNeedsOf(repository, [input.setId]));
  if (missing.length > 0) return { ok: false, reason: 'slice_missing', missing };
  return movedMeanwhile(await repository.findChannel(input.channel));
}

const movedMeanwhile = (channel: Channel | undefined): SetChannelResult => ({
  ok: false,
  reason: 'moved_meanwhile',
  now: channel && { setId: channel.setId, moves: channel.moves, movedAt: channel.movedAt, movedBy: channel.movedBy },
});
