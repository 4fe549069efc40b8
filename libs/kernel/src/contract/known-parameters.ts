import { Rejection } from '../rejection';

/**
 * What somebody asks for and is not understood is not left out: the answer would be to another question.
 * @throws Rejection UNKNOWN_PARAMETER for the first that is not known, with those that are
 */
export function refuseUnknown(asked: object, known: readonly string[]): void {
  const stray = Object.keys(asked).find((name) => !known.includes(name));
  if (stray !== undefined) throw new Rejection('UNKNOWN_PARAMETER', { field: stray, params: { known: known.join(', ') || '-' } });
}
