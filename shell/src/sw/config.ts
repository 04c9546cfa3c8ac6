/** What composition wrote before the worker's first line; see `WorkerConfig` there. */
export interface WorkerConfig {
  tenant: string;
  releaseSet: string;
  /** The shell's files, which an installed shop starts from. */
  shell: { url: string; integrity: string }[];
  /** Every file of the shop's remotes: immutable address → integrity. */
  files: Record<string, string>;
}
