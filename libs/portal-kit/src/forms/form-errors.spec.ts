import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '@isegoria/api-client';
import { problemOf, type RejectionCode } from '@isegoria/kernel';
import { textsIn } from '@isegoria/texts';
import './form-errors.texts';
import { formErrors } from './form-errors';

const errorsOf = (values: Record<string, string>, code: RejectionCode, field?: string) =>
  formErrors(new ApiProblem(problemOf(code, { field }, 'en')), textsIn('en'), { values, errors: [], key: 'k' });

describe('what the API refused', () => {
  it('stands at the field that it names, however deep that is in the command', () => {
    expect(errorsOf({ title: '' }, 'VALIDATION_FAILED', 'title')).toEqual([
      { field: 'title', message: 'Enter a title of at most 200 characters.' },
    ]);
    expect(errorsOf({ description: '' }, 'VALIDATION_FAILED', 'phases[0].activities[1].description[3]')[0]!.field).toBe('description');
    expect(errorsOf({}, 'VALIDATION_FAILED', 'phases[0].activities[0].kind')).toEqual([{ field: 'kind', message: 'Choose a kind.' }]);
  });

  it('stands at one of several fields of the same name', () => {
    const dates = { 'phases[0].opensAt': '', 'phases[1].opensAt': '' };
    expect(errorsOf(dates, 'VALIDATION_FAILED', 'phases[1].opensAt')).toEqual([
      { field: 'phases[1].opensAt', message: 'Enter the day and time at which it opens.' },
    ]);
    expect(errorsOf({ 'title.en': 'x' }, 'VALIDATION_FAILED', 'title.en')[0]!.field).toBe('title.en');
  });

  it('stands at the field that its code is about where it names none', () => {
    expect(errorsOf({ 'phases[0].closesAt': 'x' }, 'DATES_IN_WRONG_ORDER')[0]!.field).toBe('phases[0].closesAt');
    expect(errorsOf({ unit: 'root' }, 'UNIT_CLOSED')).toEqual([{ field: 'unit', message: 'This unit is closed. Choose another one.' }]);
  });

  it('stands above the form where it is about no field', () => {
    expect(errorsOf({ text: 'x' }, 'CONSULTATION_CLOSED')).toEqual([{ message: 'This is closed; nothing was recorded.' }]);
  });
});
