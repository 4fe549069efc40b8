import type { Problem, RejectionCode } from '@isegoria/kernel';

/** A request that the API refused, or did not answer (`UNAVAILABLE`); `problem` says why (RFC 9457). */
export class ApiProblem extends Error {
  constructor(readonly problem: Pick<Problem, 'code' | 'status' | 'detail'> & Partial<Problem>) {
    super(problem.detail ? `${problem.code}: ${problem.detail}` : problem.code);
    this.name = 'ApiProblem';
  }

  is(...codes: RejectionCode[]): boolean {
    return codes.includes(this.problem.code);
  }
}

/** For `catch`: lets a refusal with this code pass as undefined, and throws everything else on. */
export function unless(code: RejectionCode) {
  return (error: unknown): undefined => {
    if (error instanceof ApiProblem && error.is(code)) return undefined;
    throw error;
  };
}

export function unavailable(cause: unknown): ApiProblem {
  return Object.assign(new ApiProblem({ code: 'UNAVAILABLE', status: 503, detail: '' }), { cause });
}

/**
 * The problem that an answer holds; what came from something between here and the API, with a page of its own, is said as well as it can
 * be.
 */
export function problemIn(text: string, status: number): ApiProblem {
  try {
    const problem = JSON.parse(text) as Partial<Problem>;
    if (typeof problem.code === 'string' && typeof problem.detail === 'string') return new ApiProblem({ ...problem, status } as Problem);
  } catch {
    // No JSON: not from the API.
  }
  return new ApiProblem({ code: status >= 500 ? 'UNAVAILABLE' : 'NOT_FOUND', status, detail: '' });
}
