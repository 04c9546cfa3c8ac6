/** What the edge is to know of hosts, by the keys of `edge/host-entry.ts`. */
export interface HostChanges {
  put: ReadonlyMap<string, string>;
  remove: ReadonlySet<string>;
}

/** The edge's own table of hosts. */
export interface HostStore {
  /** What is as it should be is left alone. */
  apply(changes: HostChanges): Promise<void>;
}
