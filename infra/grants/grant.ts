import type { Cloud } from '../cloud.ts';
import type { PlatformFunction } from '../constructs/platform-function.ts';

/** Lets a function do something, and tells it where: the policy and the environment name together, so that neither is forgotten. */
export type Grant = (fn: PlatformFunction, cloud: Cloud) => void;
