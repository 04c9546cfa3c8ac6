import type { ProblemViewProps } from '../definition.ts';
import { useAuth, useBoot } from '../contexts/hooks.ts';
import { problemWords } from './problem-words.ts';

/** The kit's own view of a problem: what happened, and one action. */
export function PlainProblem({ problem, retry }: ProblemViewProps) {
  const words = problemWords[useBoot().locale];
  const { actions } = useAuth();
  const missing = problem.status === 404;
  const signIn = problem.status === 401;
  const offline = problem.code === 'offline';
  return (
    <section className="tessera-problem" role={missing ? undefined : 'alert'}>
      <h1>{missing ? words.missing : signIn ? words.signInFirst : offline ? words.offline : words.failed}</h1>
      <p>{missing ? words.missingHint : signIn ? words.signInHint : offline ? words.offlineHint : words.failedHint}</p>
      {signIn ? (
        <button type="button" onClick={() => actions.signIn()}>
          {words.signIn}
        </button>
      ) : missing ? null : (
        <button type="button" onClick={retry}>
          {words.retry}
        </button>
      )}
    </section>
  );
}
