import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, IsOptional, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { expect, it } from '@jest/globals';
import { Nested } from './contract/fields';
import { IsOneLine, IsPlainText } from './plain-text';
import { problemOf } from './problem';
import { Rejection } from './rejection';
import { validated } from './validate';

class Line {
  @IsPlainText()
  @MaxLength(5)
  text: string;
}
class Order {
  @IsPlainText()
  @MaxLength(5)
  reason: string;

  @IsInt()
  @Max(3)
  count: number;

  @Nested(() => Line, { each: true })
  lines: Line[];

  @IsOptional()
  @MaxLength(5)
  note?: string;
}
const whole = { reason: 'Why', count: 1, lines: [{ text: 'a' }] };

function refusalOf(value: object): unknown {
  try {
    return validated(Order, value);
  } catch (error) {
    return (error as Rejection).details;
  }
}

it.each([
  ['reason', { ...whole, reason: undefined }],
  ['reason', { ...whole, reason: null }],
  ['count', { reason: 'Why', lines: [] }],
  ['lines', { ...whole, lines: undefined }],
  ['lines[1].text', { ...whole, lines: [{ text: 'a' }, {}] }],
])('says of a field that is not there that it is missing: %s', (field, value) => {
  expect(refusalOf(value)).toEqual({ field, params: { constraint: 'isMissing' } });
});

it('says what is wrong with one that is there', () => {
  expect(refusalOf({ ...whole, reason: 'Because' })).toEqual({ field: 'reason', params: { constraint: 'maxLength', limit: 5 } });
  expect(refusalOf({ ...whole, reason: ' ' })).toEqual({ field: 'reason', params: { constraint: 'isPlainText' } });
  expect(refusalOf({ ...whole, count: 4 })).toEqual({ field: 'count', params: { constraint: 'max', limit: 3 } });
  expect(refusalOf(whole)).toBeInstanceOf(Order);
});

it('names every field at fault, in the order of the class', () => {
  expect(refusalOf({ reason: 'Because', count: 4, lines: [{ text: 'a' }, { text: 'Because' }], note: 'Because' })).toEqual({
    field: 'reason',
    params: { constraint: 'maxLength', limit: 5 },
    further: [
      { field: 'count', params: { constraint: 'max', limit: 3 } },
      { field: 'lines[1].text', params: { constraint: 'maxLength', limit: 5 } },
      { field: 'note', params: { constraint: 'maxLength', limit: 5 } },
    ],
  });
});

it('names so many fields and no more, however many somebody sends', () => {
  const { further } = refusalOf({ ...whole, lines: Array.from({ length: 500 }, () => ({ text: 'Because' })) }) as { further: unknown[] };
  expect(further).toHaveLength(19);
});

class Limited {
  @IsOptional() @IsISO8601() day?: string;
  @IsOptional() @IsIn([5, 10]) highest?: number;
  @IsOptional() @Matches(/^#[0-9a-f]{6}$/, { message: '$property must be a colour such as #0b5c6b' }) colour?: string;
  @IsOptional() @Min(-3) place2?: number;
  @IsOptional() @Length(2, 4) code?: string;
  @IsOptional() @ArrayMaxSize(1) list7?: string[];
}

it.each([
  [{ day: 'soon' }, { constraint: 'isIso8601' }],
  [{ highest: 7 }, { constraint: 'isIn', values: '5, 10' }],
  [{ colour: 'red' }, { constraint: 'matches' }],
  [{ place2: -4 }, { constraint: 'min', limit: -3 }],
  [{ code: 'abcde' }, { constraint: 'isLength', limit: 4 }],
  [{ list7: ['a', 'b'] }, { constraint: 'arrayMaxSize', limit: 1 }],
])('says a limit of %j where there is one, and no other number', (value, params) => {
  expect(() => validated(Limited, value)).toThrow(expect.objectContaining({ details: { field: Object.keys(value)[0], params } }));
});

class Asked {
  @IsOneLine({ each: true })
  @MaxLength(300, { each: true })
  @ArrayMaxSize(2)
  @IsArray()
  options: string[];

  @IsIn(['poll', 'ranked-vote'])
  method: string;

  @IsInt()
  @Max(3)
  count: number;
}

const asked = { options: ['a', 'b'], method: 'poll', count: 1 };

it.each([
  [{ options: [{ text: 'a' }] }, 'it must be text, not blank, and without unreadable characters'],
  [{ options: 'a' }, 'it must be a list'],
  [{ options: ['a'.repeat(301)] }, 'it may have at most 300 characters'],
  [{ options: ['a\nb'] }, 'it must be one line, without line breaks, tabs or marks that turn text round'],
  [{ method: 'guess' }, 'it must be one of these: poll, ranked-vote'],
  [{ count: 'many' }, 'it must be a whole number'],
])('says what something must be before it says how long or how large: %j', (wrong, detail) => {
  try {
    validated(Asked, { ...asked, ...wrong });
  } catch (error) {
    const { code, details } = error as Rejection;
    expect(problemOf(code, details, 'en').errors![0]!.detail).toBe(detail);
  }
  expect.assertions(1);
});

it.each(['ar', 'fr'] as const)('names the values that may stand there: %s', (language) => {
  const details = { field: 'method', params: { constraint: 'isIn', values: 'poll, ranked-vote' } };
  expect(problemOf('VALIDATION_FAILED', details, language).detail).toContain('poll, ranked-vote');
});
