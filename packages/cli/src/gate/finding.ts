/** `refusal`: it may not go live like this. `warning`: somebody should look. `note`: what was not looked at, and why. */
export type Severity = 'refusal' | 'warning' | 'note';

/** One thing the gate has to say. */
export interface Finding {
  /** Stable and machine-readable, such as `api-field-removed`. */
  code: string;
  severity: Severity;
  what: string;
  /** A file, an operation, a page. */
  where: string;
  /** Empty for a note, about which nothing is to be done. */
  fix: string;
}

export const refusal = (code: string, finding: Omit<Finding, 'code' | 'severity'>): Finding => ({
  ...{ code, severity: 'refusal' },
  ...finding,
});
export const warning = (code: string, finding: Omit<Finding, 'code' | 'severity'>): Finding => ({
  ...{ code, severity: 'warning' },
  ...finding,
});
export const note = (code: string, what: string, where: string): Finding => ({
  ...{ code, severity: 'note', what, where, fix: '' },
});

export const isRefused = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'refusal');
