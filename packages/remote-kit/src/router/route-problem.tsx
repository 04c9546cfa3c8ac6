import { useEffect } from 'react';
import { useRevalidator, useRouteError } from 'react-router';
import { useKit } from '../contexts/services-context.ts';
import { ProblemError } from '../problem-error.ts';
import { ChunkError } from './page-slot.ts';
import { PlainProblem } from './plain-problem.tsx';

/** An expected problem has a view in its page's place; anything else gives the remote's place up to the shell. */
export function RouteProblem() {
  const error = useRouteError();
  const { definition, giveUp } = useKit();
  const revalidator = useRevalidator();
  const problem = error instanceof ProblemError ? error.problem : undefined;

  useEffect(() => {
    if (!problem) giveUp({ reason: error instanceof ChunkError ? 'chunk' : 'render', error });
  }, [problem, error, giveUp]);

  if (!problem) return null;
  const View = definition.problemView ?? PlainProblem;
  return <View problem={problem} retry={() => void revalidator.revalidate()} />;
}
