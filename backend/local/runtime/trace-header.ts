import { randomId } from './random-id.ts';

/** `X-Amzn-Trace-Id`: which trace a call belongs to, and below which segment. */
export interface TraceContext {
  root: string;
  parent?: string;
  sampled: boolean;
}

export function parseTraceHeader(header: string | undefined): TraceContext | undefined {
  const fields = new Map(
    (header ?? '').split(';').map((part): [string, string] => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()];
    }),
  );
  const root = fields.get('root');
  if (!root || !/^1-[0-9a-f]{8}-[0-9a-f]{24}$/.test(root)) return undefined;
  const parent = fields.get('parent');
  return {
    root,
    sampled: fields.get('sampled') !== '0',
    ...(parent && /^[0-9a-f]{16}$/.test(parent) ? { parent } : {}),
  };
}

export const toTraceHeader = ({ root, parent, sampled }: TraceContext): string =>
  `Root=${root}${parent ? `;Parent=${parent}` : ''};Sampled=${sampled ? '1' : '0'}`;

export const newSegmentId = (): string => randomId(8, 'hex');

export const newTraceId = (nowMs: number): string =>
  `1-${Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0')}-${randomId(12, 'hex')}`;

/** X-Ray's rule: so many traces a second for certain, and of the rest a share. */
export function createSampler(reservoirPerSecond: number, share: number): (nowMs: number, random: number) => boolean {
  let second = 0;
  let used = 0;
  return (nowMs, random) => {
    const now = Math.floor(nowMs / 1000);
    if (now !== second) {
      second = now;
      used = 0;
    }
    if (used++ < reservoirPerSecond) return true;
    return random < share;
  };
}
