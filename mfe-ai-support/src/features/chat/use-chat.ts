import { bodyHashOf } from '@tessera/remote-kit/api/body-hash.ts';
import { useBoot, useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readEvents } from './read-events.ts';
import { newTurn, reduceTurn, type Turn } from './turns.ts';

export interface Chat {
  turns: readonly Turn[];
  busy: boolean;
  ask(question: string): void;
  stop(): void;
}

/** How many earlier turns the slice is told. */
const remembered = 6;

/** The conversation of this tab; it outlives navigation, because the panel does. */
export function useChat(): Chat {
  const { fetch } = useShell();
  const { locale } = useBoot();
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const running = useRef<AbortController | undefined>(undefined);
  const nextId = useRef(1);
  useEffect(() => () => running.current?.abort(), []);

  const change = useCallback((id: number, next: (turn: Turn) => Turn) => {
    setTurns((all) => all.map((turn) => (turn.id === id ? next(turn) : turn)));
  }, []);

  const ask = (question: string) => {
    const id = nextId.current++;
    const abort = (running.current = new AbortController());
    setTurns((all) => [...all, newTurn(id, question)]);
    const history = turns.slice(-remembered).flatMap(toHistory);
    const body = JSON.stringify({ message: question, history, locale });
    const end = (state: Turn['state']) => change(id, (turn) => ({ ...turn, state }));
    void (async () => {
      try {
        const response = await fetch('/api/support/chat', {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(await bodyHashOf(body)) },
          body,
          signal: abort.signal,
        });
        if (!response.ok || !response.body) return end(response.status === 429 ? 'too-many' : 'failed');
        for await (const event of readEvents(response.body)) change(id, (turn) => reduceTurn(turn, event));
        // A stream that broke off has no last word.
        change(id, (turn) => (turn.state === 'asking' ? { ...turn, state: 'failed' } : turn));
      } catch {
        end(abort.signal.aborted ? 'stopped' : navigator.onLine ? 'failed' : 'offline');
      }
    })();
  };

  return { turns, busy: turns.some(({ state }) => state === 'asking'), ask, stop: () => running.current?.abort() };
}

const toHistory = ({ question, text }: Turn) => [
  { from: 'visitor' as const, text: question.slice(0, 2000) },
  ...(text ? [{ from: 'assistant' as const, text: text.slice(0, 2000) }] : []),
];
