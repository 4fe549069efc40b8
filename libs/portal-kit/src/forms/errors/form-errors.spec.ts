import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '@isegoria/api-client';
import { problemOf, type FieldFault, type RejectionCode } from '@isegoria/kernel';
import { textsIn } from '@isegoria/texts';
import './form-errors.texts';
import { describeFields } from '../fields';
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

  const errorsOfAll = (values: Record<string, string>, faults: readonly FieldFault[], command?: string) => {
    const [{ field, params }, ...further] = faults as [FieldFault, ...FieldFault[]];
    const problem = problemOf('VALIDATION_FAILED', { field, params, further }, 'en');
    return formErrors(new ApiProblem(problem), textsIn('en'), { values, errors: [], key: 'k' }, command);
  };

  it('stands at each field at fault, once, with its limit and how much was typed', () => {
    const faults: FieldFault[] = [
      { field: 'title', params: { constraint: 'isPlainText' } },
      { field: 'text', params: { constraint: 'maxLength', limit: 3 } },
      { field: 'lines[0]', params: { constraint: 'maxLength', limit: 300 } },
      { field: 'lines[4]', params: { constraint: 'maxLength', limit: 300 } },
      { field: 'number', params: { constraint: 'max', limit: 5 } },
      { field: 'name', params: { constraint: 'isOneLine' } },
      { field: 'options[3].text', params: { constraint: 'isAlike' } },
    ];
    const lines = `long\n\nb\nc\nd\n${'e'.repeat(301)}`;
    const typed = { title: '', text: 'a😀\nb', lines, number: '9', name: 'a\tb', options: 'B\nC\nA\nA' };
    const short = 'Shorten it to at most 300 characters.';
    expect(errorsOfAll(typed, faults)).toEqual([
      { field: 'title', message: 'Enter a title of at most 200 characters.' },
      { field: 'text', message: 'Shorten this to at most 3 characters; it has 4 now.' },
      { field: 'lines', message: `Line 1 (“long”): ${short} Line 5 (“${'e'.repeat(40)}…”): ${short}` },
      { field: 'number', message: 'Correct this: it may be at most 5.' },
      { field: 'name', message: 'Write this in one line, without line breaks, tabs or marks that turn text round.' },
      { field: 'options', message: expect.stringMatching(/^Line 4 \(“A”\): This reads the same as another/) },
    ]);
  });

  it('is about the whole list before it is about an entry, and names no line where none was typed', () => {
    const faults: FieldFault[] = [
      { field: 'phases[0].activities[1].options[1]', params: { constraint: 'isOneLine' } },
      { field: 'phases[0].activities[1].options', params: { constraint: 'arrayMaxSize', limit: 1 } },
      { field: 'topics[0]', params: { constraint: 'matches' } },
    ];
    const values = { 'phases[0].activities[1].options': 'a\nb', topics: '' };
    expect(errorsOfAll(values, faults).map(({ message }) => message)).toEqual([
      ...['Correct this: it may have at most 1 entry.', expect.stringMatching(/^Correct this: it must have the form/)],
    ]);
    expect(errorsOfAll(values, faults.slice(0, 1))).toEqual([
      { field: 'phases[0].activities[1].options', message: expect.stringMatching(/^Line 2 \(“b”\): Write this in one line/) },
    ]);
  });

  it('names which of what was chosen is at fault, each once, and no line', () => {
    describeFields({ follows: { wrong: 'field.kind.wrong', isChosen: true } });
    const fault = (at: number): FieldFault => ({ field: `follows[${at}]`, params: { constraint: 'isOnUnchanged' } });
    const chosen = (follows: string | string[], ...faults: readonly FieldFault[]) => {
      const problem = problemOf('VALIDATION_FAILED', { ...faults[0], further: faults.slice(1) }, 'en');
      return formErrors(new ApiProblem(problem), textsIn('en'), { values: { follows }, errors: [], key: 'k' });
    };
    const wrong = { field: 'follows', message: 'Choose a kind.' };
    expect(chosen(['a', 'b', 'c'], fault(0), fault(2))).toEqual([{ ...wrong, chosen: ['a', 'c'] }]);
    expect(chosen('a', fault(0))).toEqual([{ ...wrong, chosen: ['a'] }]);
    const tooMany: FieldFault = { field: 'follows', params: { constraint: 'arrayMaxSize', limit: 1 } };
    expect(chosen(['a', 'b'], fault(0), tooMany)).toEqual([wrong]);
    const gone = new ApiProblem(problemOf('STATEMENT_NOT_FOUND', { field: 'follows[1]' }, 'en'));
    const [told] = formErrors(gone, textsIn('en'), { values: { follows: ['a', 'b'] }, errors: [], key: 'k' });
    expect(told).toMatchObject({ field: 'follows', chosen: ['b'] });
  });

  it('names each field in the words of its own reason', () => {
    const faults: FieldFault[] = [
      { field: 'reason', params: { constraint: 'isMissing' } },
      { field: 'closesAt', params: {}, code: 'DATES_IN_WRONG_ORDER' },
    ];
    expect(errorsOfAll({ reason: '', closesAt: 'x' }, faults)).toEqual([
      { field: 'reason', message: 'Give a reason of at most 1,000 characters.' },
      { field: 'closesAt', message: textsIn('en').t('rejection.DATES_IN_WRONG_ORDER', {}) },
    ]);
  });

  it('leads to a part of the form that is empty, and says which one', () => {
    describeFields({ lists: { wrong: 'field.kind.wrong', isPart: true } });
    const fault = { field: 'phases[1].lists', params: { constraint: 'arrayMinSize', limit: 1 } };
    expect(errorsOfAll({ 'phases[1].title': '' }, [fault])).toEqual([{ field: 'phases[1].lists', message: 'Choose a kind.' }]);
  });

  it('says how a picture is shown where none can stand in the text', () => {
    const fault = { field: 'description', params: { constraint: 'hasNoPicture' } };
    expect(errorsOfAll({ description: '![a](b)' }, [fault])).toEqual([
      { field: 'description', message: expect.stringMatching(/^A picture cannot be shown within this text. Add it/) },
    ]);
  });

  it('is said in words for whoever filled in the form of this command', () => {
    describeFields({ choices: { wrong: 'field.title.wrong', max: 5 } });
    describeFields({ choices: { wrong: 'field.kind.wrong' } }, { name: 'Choose' });
    const fault = { field: 'choices', params: { constraint: 'arrayMinSize', limit: 1 } };
    expect(errorsOfAll({ choices: '' }, [fault])[0]!.message).toBe('Enter a title of at most 5 characters.');
    expect(errorsOfAll({ choices: '' }, [fault], 'Choose')[0]!.message).toBe('Choose a kind.');
  });

  it('is about the whole form where no field of it is meant', () => {
    expect(errorsOfAll({ text: 'x' }, [{ field: 'statementId', params: { constraint: 'isUuid' } }])).toEqual([
      { message: expect.stringMatching(/nothing was saved. What you typed is kept here/) },
    ]);
  });
});
