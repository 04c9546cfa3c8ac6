import { commonEnv } from '../platform/env.ts';
import { searchEnv } from '../platform/search/from-env.ts';

export const env = { ...commonEnv, ...searchEnv };
