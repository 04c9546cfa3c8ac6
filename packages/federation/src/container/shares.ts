/** The shared modules of one build, by package; filled before any module that imports one of them runs. */
export const shares: Record<string, unknown> = {};
