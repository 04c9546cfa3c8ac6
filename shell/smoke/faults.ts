/** What the harness does to a file instead of serving it, by a part of its path. */
export type Fault = 'tamper' | 'hang' | 'missing' | 'throw';

export interface Faults {
  set(part: string, fault: Fault): void;
  clear(): void;
  of(path: string): Fault | undefined;
}

export function createFaults(): Faults {
  const faults = new Map<string, Fault>();
  return {
    set: (part, fault) => void faults.set(part, fault),
    clear: () => faults.clear(),
    of: (path) => [...faults].find(([part]) => path.includes(part))?.[1],
  };
}
