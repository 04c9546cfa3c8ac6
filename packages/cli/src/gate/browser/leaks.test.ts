import { expect, test } from 'vitest';
import { leakFindings } from './leaks.ts';

const held = { nodes: 1000, listeners: 300, heapBytes: 3_000_000 };
const after = (more: Partial<typeof held>) =>
  leakFindings(held, { ...held, ...more }, 10, '/hello').map(({ code }) => code);

test.each([
  ['nothing', {}, []],
  ['less', { nodes: 10, listeners: 0, heapBytes: 0 }, []],
  ['noise', { nodes: 1150, listeners: 330, heapBytes: 4_500_000 }, []],
  ['nodes', { nodes: 1151 }, ['leak-nodes']],
  ['listeners', { listeners: 331 }, ['leak-listeners']],
  ['heap', { heapBytes: 4_500_100 }, ['leak-heap']],
])('%s', (_name, more, expected) => expect(after(more)).toEqual(expected));
