import { expect, test } from 'vitest';
import { leakFindings } from './leaks.ts';

const start = { nodes: 1000, listeners: 300, heapBytes: 3_000_000 };
/** Ten remounts between two measurements, each of which adds so much. */
const after = (...grown: Partial<typeof start>[]) => {
  const held = [start];
  for (const { nodes = 0, listeners = 0, heapBytes = 0 } of grown) {
    const last = held.at(-1) ?? start;
    held.push({
      nodes: last.nodes + nodes,
      listeners: last.listeners + listeners,
      heapBytes: last.heapBytes + heapBytes,
    });
  }
  return leakFindings(held, 10, '/hello').map(({ code }) => code);
};

test.each<[string, Partial<typeof start>, string[]]>([
  ['nothing', {}, []],
  ['less', { nodes: -100, listeners: -3, heapBytes: -1000 }, []],
  ['noise', { nodes: 150, listeners: 30, heapBytes: 1_500_000 }, []],
  ['nodes', { nodes: 151 }, ['leak-nodes']],
  ['listeners', { listeners: 31 }, ['leak-listeners']],
  ['heap', { heapBytes: 1_500_010 }, ['leak-heap']],
])('%s, each time', (_name, more, expected) => expect(after(more, more, more)).toEqual(expected));

test('what comes once is no leak', () => {
  const panel = { nodes: 900, listeners: 200, heapBytes: 9_000_000 };
  expect(after(panel, {}, {})).toEqual([]);
  expect(after({}, {}, panel)).toEqual([]);
});
