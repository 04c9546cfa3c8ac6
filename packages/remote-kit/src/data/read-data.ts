import type { DataOf, DataPath } from '../api/paths.ts';

/** Takes one declared answer out of a loader's result. The slice checked its shape against the contract it is typed by. */
export function readData<P extends DataPath>(data: unknown, path: P): DataOf<P> {
  if (typeof data !== 'object' || data === null || !(path in data))
    throw new Error(`${path} is not among the data that the manifest declares for this route`);
  return (data as Record<P, DataOf<P>>)[path];
}
