import { commonEnv } from '../platform/env.ts';
import { modelEnv } from '../platform/model/from-env.ts';
import { searchEnv } from '../platform/search/from-env.ts';

export const env = { ...commonEnv, ...searchEnv, ...modelEnv };
