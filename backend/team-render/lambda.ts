import { createTeamRenderer } from './render.ts';

/** Nothing else: what a library opened here, a team's code might find. */
export const handler = createTeamRenderer();
