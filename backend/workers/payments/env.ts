import { z } from 'zod';
import { stripeEnv } from '../../checkout/env.ts';

export const env = { TABLE_NAME: z.string().min(1), ...stripeEnv };
