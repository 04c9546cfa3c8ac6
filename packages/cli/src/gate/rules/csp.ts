/** A content security policy, read: directive → its sources. */
export type Policy = ReadonlyMap<string, readonly string[]>;

export const parsePolicy = (header: string): Policy =>
  new Map(
    header
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .filter(([name]) => name !== undefined && name !== '')
      .map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  );

/** Whether a directive, or what stands for it, lets an address through; `own` is the shop's origin. */
export function allows(policy: Policy, directive: string, address: URL, own: string): boolean {
  const sources = policy.get(directive) ?? policy.get('default-src') ?? ['*'];
  return sources.some((source) => {
    if (source === "'self'") return address.origin === own;
    if (source === '*') return true;
    if (source.startsWith("'")) return false;
    if (source.endsWith(':')) return address.protocol === source;
    const wanted = URL.canParse(source) ? new URL(source) : undefined;
    return wanted !== undefined && address.origin === wanted.origin;
  });
}
