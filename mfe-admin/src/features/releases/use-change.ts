import type { Problem } from '@tessera/contracts/http.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { readData } from '@tessera/remote-kit/data/read-data.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { useRef, useState } from 'react';
import { useReleasesText } from './text.ts';
import { trafficOf } from './traffic-of.ts';
import type { Traffic } from './types.ts';

export interface Answer {
  data?: Traffic | undefined;
  error?: Problem | undefined;
}

export interface Change {
  /** The traffic that the question is about: as it was when it was asked, or as somebody else has left it since. */
  seen: Traffic;
  pending: boolean;
  problem: Problem | undefined;
  /** Sends it once, however often it is asked for; true when it is done. */
  send(ask: (seen: Traffic) => Promise<Answer>): Promise<boolean>;
}

const unreachable: Problem = { type: 'about:blank', title: 'No answer', status: 503, code: 'unreachable' };

/**
 * A change of traffic that was decided on what was seen. Where somebody else came first, the traffic is fetched anew,
 * so that the same question can be asked of it; what was typed stays.
 */
export function useChange(asked: Traffic, done: string): Change {
  const t = useReleasesText();
  const { toast } = useShell();
  const revalidate = useRevalidate();
  const [seen, setSeen] = useState(asked);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // A second click comes before the first one is rendered.
  const running = useRef(false);

  async function lookAgain(): Promise<void> {
    const data = await revalidate();
    if (data) setSeen(trafficOf(readData(data, '/api/admin/traffic'), seen.remote));
  }

  async function send(ask: (seen: Traffic) => Promise<Answer>): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setPending(true);
    const { data, error = unreachable } = await ask(seen).catch((): Answer => ({}));
    if (!data && error.status === 409) await lookAgain();
    running.current = false;
    setPending(false);
    setProblem(data ? undefined : error);
    if (!data) return false;
    toast({ message: t('change.done', { what: done }), tone: 'positive' });
    await revalidate();
    return true;
  }

  return { seen, pending, problem, send };
}
