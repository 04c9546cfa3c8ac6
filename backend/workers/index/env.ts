import { z } from 'zod';
import { modelEnv } from '../../platform/model/from-env.ts';
import { searchEnv } from '../../platform/search/from-env.ts';

export const env = { TABLE_NAME: z.string().min(1), ...searchEnv, ...modelEnv };
