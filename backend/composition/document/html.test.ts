import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { element, escapeHtml, inlineJson } from './html.ts';

const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom('</script><script>alert(1)</script>', '<!--<script>', '"><img onerror=x>', "'", '\u2028', '&lt;'),
);

test('any text comes back from an attribute and from an element as it was', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      fc.pre(!/[\r\0]/.test(text));
      const [node] = parseFragment(element('b', { title: text }, escapeHtml(text))).childNodes;
      expect(node).toMatchObject({ nodeName: 'b', attrs: [{ name: 'title', value: text }] });
      expect(node && 'childNodes' in node ? (node.childNodes[0] ?? { value: '' }) : undefined).toMatchObject({
        value: text,
      });
    }),
    { seed: 5 },
  );
});

test('no JSON can end its script element, and all of it comes back', () => {
  fc.assert(
    fc.property(fc.dictionary(hostile, hostile), (value) => {
      const json = inlineJson(value);
      expect(json).not.toMatch(/[<\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 6 },
  );
});
