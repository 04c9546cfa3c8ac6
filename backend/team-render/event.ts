import { BootDocument, DataEntry } from '@tessera/contracts/boot.ts';
import { Integrity } from '@tessera/contracts/release.ts';
import { z } from 'zod';

/** All that a render of a team's server entry needs. It can fetch nothing, so everything stands in it. */
export const TeamRenderEvent = z.object({
  entry: z.object({ source: z.string(), integrity: Integrity }),
  input: z.object({
    url: z.string().startsWith('/'),
    boot: BootDocument.omit({ page: true }),
    data: z.record(z.string(), DataEntry),
  }),
  /** Time there is for the markup. What takes longer is ended with the function, by its own time limit. */
  deadlineMs: z.number().positive(),
});
export type TeamRenderEvent = z.infer<typeof TeamRenderEvent>;

/** `error` in place of `result` where the entry failed. */
export type TeamRenderOutcome = { result: unknown } | { error: string };
