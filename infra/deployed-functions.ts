import type { RegionalFunctionName } from '../backend/environment/shapes.ts';
import { functions, type FunctionName, type FunctionSpec } from '../backend/functions.ts';

export type RegionalFunctionSpec = FunctionSpec & { name: RegionalFunctionName };

const isRegional = (spec: FunctionSpec): spec is RegionalFunctionSpec =>
  spec.kind !== 'edge' && spec.kind !== 'viewer-function';

export const allFunctions: readonly FunctionSpec[] = functions;
export const regionalFunctions: readonly RegionalFunctionSpec[] = allFunctions.filter(isRegional);

export const isWorker = ({ entry }: FunctionSpec): boolean => entry.startsWith('workers/');

/** Functions of one stack: a slice with its render function, or one worker. */
export function groupIntoStacks(): ReadonlyMap<string, readonly RegionalFunctionSpec[]> {
  return Map.groupBy(regionalFunctions, (spec) =>
    isWorker(spec) ? spec.name : (spec.entry.split('/')[0] ?? spec.name),
  );
}

export function specOf(name: FunctionName): FunctionSpec {
  const spec = allFunctions.find((one) => one.name === name);
  if (!spec) throw new Error(`backend/functions.ts lists no ${name}`);
  return spec;
}
