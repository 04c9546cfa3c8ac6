import { z } from 'zod';

export const env = { TABLE_NAME: z.string().min(1) };
