import { ApiProblem } from '@isegoria/api-client';
import { ImportRefused } from './options';

/** What a failed import says: a sentence where the failure is understood, and otherwise the error itself, with where it happened. */
export function failureOf(error: unknown): unknown {
  if (error instanceof ApiProblem && error.is('UNAVAILABLE'))
    return 'The platform does not answer: is it running? Start it with npm start, or name it with --url.';
  return error instanceof ImportRefused || error instanceof ApiProblem ? error.message : error;
}
