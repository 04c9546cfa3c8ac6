import { useEffect } from 'react';
import { useKit } from '../contexts/services-context.ts';
import { ProblemError } from '../problem-error.ts';
import { usePage } from './page-context.ts';
import { ChunkError } from './page-slot.ts';
import { PlainProblem } from './plain-problem.tsx';

/** An expected problem has a view in its page's place; anything else gives the remote's place up to the shell. */
export function RouteProblem({ error }: { error: unknown }) {
  const { definition, giveUp, container, services } = useKit();
  const { revalidate } = usePage();
  const problem = error instanceof ProblemError ? error.problem : undefined;

  useEffect(() => {
    if (!problem) giveUp({ reason: error instanceof ChunkError ? 'chunk' : 'render', error });
  }, [problem, error, giveUp]);

  useEffect(() => {
    // The view's own words: they say where the visitor is now.
    const title = problem && container?.querySelector('h1')?.textContent;
    if (title) services.navigation.announce(title);
  }, [problem, container, services]);

  if (!problem) return null;
  const View = definition.problemView ?? PlainProblem;
  return <View problem={problem} retry={() => void revalidate()} />;
}
