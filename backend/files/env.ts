import { z } from 'zod';

export const env = { RELEASES_BUCKET: z.string().min(1) };
