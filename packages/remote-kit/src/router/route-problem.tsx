import { useEffect } from 'react';
import { useKit } from '../contexts/services-context.ts';
import { ProblemError } from '../problem-error.ts';
import { usePage } from './page-context.ts';
import { ChunkError } from './page-slot.ts';
import { PlainProblem } from './plain-problem.tsx';

/** An expected problem has a view in its page's place; anything else gives the remote's place up to the shell. */
export function RouteProblem({ error }: { error: unknown }) {
  const { definition, giveUp } = useKit();
  const { revalidate } = usePage();
  const problem = error instanceof ProblemError ? error.problem : undefined;

  useEffect(() => {
    if (!problem) giveUp({ reason: error instanceof ChunkError ? 'chunk' : 'render', error });
  }, [problem, error, giveUp]);

  if (!problem) return null;
  const View = definition.problemView ?? PlainProblem;
  return <View problem={problem} retry={() => void revalidate()} />;
}
