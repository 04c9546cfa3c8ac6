import { z } from 'zod';

export const env = { EVENT_BUS: z.string().min(1) };
