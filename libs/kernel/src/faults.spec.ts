import { describe, expect, it } from '@jest/globals';
import { problemOf } from './problem';
import { Faults, Rejection, forEachEntry, type RejectionDetails } from './rejection';

function refusal(...rules: (() => unknown)[]): Rejection | undefined {
  const faults = new Faults();
  for (const rule of rules) faults.of(rule);
  try {
    faults.refuse();
  } catch (error) {
    return error as Rejection;
  }
  return undefined;
}
const refusing = (...said: [code: 'VALIDATION_FAILED' | 'DATES_IN_WRONG_ORDER' | 'ALREADY_DONE', details?: RejectionDetails]) => () => {
  throw new Rejection(...said);
};
const reason = refusing('VALIDATION_FAILED', { field: 'reason', params: { constraint: 'isMissing' } });
const dates = refusing('DATES_IN_WRONG_ORDER', { field: 'closesAt' });

describe('what several rules refuse', () => {
  it('is nothing where none does', () => {
    const faults = new Faults();
    expect(faults.of(() => 7)).toBe(7);
    expect(refusal(() => 7)).toBeUndefined();
  });

  it('is said at each field, each for its own reason', () => {
    const rejection = refusal(reason, dates)!;
    expect(problemOf(rejection.code, rejection.details, 'en')).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'reason',
      errors: [
        { field: 'reason', detail: 'it is missing', constraint: 'isMissing' },
        { field: 'closesAt', code: 'DATES_IN_WRONG_ORDER', detail: expect.stringMatching(/^[A-Z].*\.$/) },
      ],
    });
    const other = refusal(dates, reason)!;
    expect(problemOf(other.code, other.details, 'en').errors).toMatchObject([
      { field: 'closesAt' },
      { field: 'reason', code: 'VALIDATION_FAILED', detail: 'it is missing' },
    ]);
  });

  it('is what is about no field, where something is', () => {
    expect(refusal(reason, refusing('ALREADY_DONE'))).toMatchObject({ code: 'ALREADY_DONE' });
  });

  it('is said once where several rules say the same', () => {
    expect(refusal(reason, reason, dates)!.details.further).toMatchObject([{ field: 'closesAt' }]);
  });

  it('names each entry of a list at fault, as many as are told', () => {
    const odd = (numbers: number[]) =>
      forEachEntry('numbers', numbers, (number, field) => {
        if (number % 2 === 1) throw new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'isIn' } });
        return number / 2;
      });
    expect(odd([2, 4])).toEqual([1, 2]);
    expect(refusal(() => odd([1, 2, 3]))!.details).toMatchObject({ field: 'numbers[0]', further: [{ field: 'numbers[2]' }] });
    expect(refusal(() => odd(Array.from({ length: 100_000 }, () => 1)))!.details.further).toHaveLength(19);
  });

  it('is no accident', () => {
    const accident = () => {
      throw new TypeError('An accident');
    };
    expect(() => new Faults().of(accident)).toThrow(TypeError);
  });
});
