import type { ChatEvent } from '@tessera/contracts/api/support.ts';

type Citation = Extract<ChatEvent, { type: 'citation' }>['citation'];

/** A question and what became of it. */
export interface Turn {
  id: number;
  question: string;
  text: string;
  citations: readonly Citation[];
  state: 'asking' | 'answered' | 'unknown' | 'failed' | 'too-many' | 'offline' | 'stopped';
  contact?: string;
}

export const newTurn = (id: number, question: string): Turn => ({
  id,
  question,
  text: '',
  citations: [],
  state: 'asking',
});

/** A turn after one more event of its stream. */
export function reduceTurn(turn: Turn, event: ChatEvent): Turn {
  switch (event.type) {
    case 'text':
      return { ...turn, text: turn.text + event.text };
    case 'citation':
      return { ...turn, citations: [...turn.citations, event.citation] };
    case 'done':
      return {
        ...turn,
        state: event.known ? 'answered' : 'unknown',
        ...(event.contact ? { contact: event.contact } : {}),
      };
    case 'error':
      return { ...turn, state: 'failed' };
  }
}

/** Text with its `[n]` marks parted from it, in order. Marks without a citation stay text. */
export function partsOf({ text, citations }: Pick<Turn, 'text' | 'citations'>): (string | Citation)[] {
  const known = new Map(citations.map((citation) => [citation.number, citation]));
  return text
    .split(/(\[\d+\])/)
    .filter(Boolean)
    .map((part) => known.get(Number(/^\[(\d+)\]$/.exec(part)?.[1])) ?? part);
}
