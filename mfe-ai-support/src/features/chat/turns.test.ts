import { expect, test } from 'vitest';
import { readEvents } from './read-events.ts';
import { newTurn, partsOf, reduceTurn } from './turns.ts';

const citation = {
  number: 1,
  slug: 'refunds',
  title: 'Refunds',
  sectionId: 's1',
  href: '/help/refunds#s1',
  quote: 'Write to us.',
};

test('a turn gathers text and sources, and ends answered', () => {
  const turn = [
    { type: 'text', text: 'Write ' } as const,
    { type: 'text', text: 'to us. [1]' } as const,
    { type: 'citation', citation } as const,
    { type: 'done', known: true } as const,
  ].reduce(reduceTurn, newTurn(1, 'How?'));
  expect(turn).toMatchObject({ text: 'Write to us. [1]', citations: [citation], state: 'answered' });
  expect(partsOf(turn)).toEqual(['Write to us. ', citation]);
});

test('a mark without a source stays text', () => {
  expect(partsOf({ text: 'See [7].', citations: [citation] })).toEqual(['See ', '[7]', '.']);
});

test('not knowing carries whom to ask', () => {
  expect(reduceTurn(newTurn(1, '?'), { type: 'done', known: false, contact: 'help@x.example' })).toMatchObject({
    state: 'unknown',
    contact: 'help@x.example',
  });
});

test('events are read whole, however the stream is cut', async () => {
  const bytes = new TextEncoder().encode(
    'data: {"type":"text","text":"Grüße"}\n\ndata: {"type":"done","known":true}\n\n',
  );
  for (const size of [1, 3, 7, bytes.length]) {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    const events = [];
    for await (const event of readEvents(stream)) events.push(event);
    expect(events).toEqual([
      { type: 'text', text: 'Grüße' },
      { type: 'done', known: true },
    ]);
  }
});
