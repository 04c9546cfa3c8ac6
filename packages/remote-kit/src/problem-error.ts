import type { Problem } from '@tessera/contracts/http.ts';

/** An expected bad answer of the API, on its way to the page's problem view. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.problem = problem;
  }
}

/** Reads a problem out of an answer's body; a body that is none becomes one. */
export function toProblem(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'title' in body) {
    const { code, title } = body;
    if (typeof code === 'string' && typeof title === 'string')
      return { type: 'about:blank', ...body, code, title, status };
  }
  return { type: 'about:blank', title: `HTTP ${status}`, status, code: `http_${status}` };
}
