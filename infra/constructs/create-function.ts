import type { Construct } from 'constructs';
import type { Cloud } from '../cloud.ts';
import type { RegionalFunctionSpec } from '../deployed-functions.ts';
import { grantsOf } from '../grants/of-function.ts';
import { createFunctionAlarms } from './function-alarms.ts';
import { PlatformFunction } from './platform-function.ts';

/** A function with all that it may do, and the alarms that watch it. */
export function createFunction(scope: Construct, spec: RegionalFunctionSpec, cloud: Cloud): PlatformFunction {
  const fn = new PlatformFunction(scope, spec, cloud);
  for (const grant of grantsOf[spec.name]) grant(fn, cloud);
  createFunctionAlarms(fn, cloud.alarmTopic);
  return fn;
}
