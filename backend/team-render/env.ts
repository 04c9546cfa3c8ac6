import { z } from 'zod';

/** Modules in a realm of their own; no code from text in any realm. */
export const nodeOptions =
  '--experimental-vm-modules --disallow-code-generation-from-strings --disable-warning=ExperimentalWarning';

/** No address, no name, no secret: only how Node is started. */
export const env = { NODE_OPTIONS: z.literal(nodeOptions) };
