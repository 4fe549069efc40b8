import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, IsObject, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { expect, it } from '@jest/globals';
import { Nested, OrAbsent, OrNull } from './contract/fields';
import { EntriesDiffer } from './entries';
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

  @OrAbsent()
  @MaxLength(5)
  note?: string;

  @OrAbsent()
  @OrNull()
  @MaxLength(5)
  colour?: string | null;
}
class Anything {
  @IsObject()
  said: object;
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

it('has one end of lines, wherever a text stands, so that a form that leaves it alone changes nothing', () => {
  const said = { reason: 'a\r\nb', count: 1, lines: [{ text: 'a\rb' }], note: 'a\nb' };
  expect(refusalOf(said)).toEqual({ reason: 'a\nb', count: 1, lines: [{ text: 'a\nb' }], note: 'a\nb' });
  expect(validated(Anything, { said: { 'a\r': ['b\r\nc', null, 1] } }).said).toEqual({ 'a\r': ['b\nc', null, 1] });
});

it('takes null where the type has it, and says elsewhere that what may be left out may not be null', () => {
  expect(refusalOf({ ...whole, note: null })).toEqual({ field: 'note', params: { constraint: 'isNull' } });
  expect(refusalOf({ ...whole, note: undefined, colour: null })).toBeInstanceOf(Order);
  expect(refusalOf({ ...whole, lines: [null] })).toEqual({ field: 'lines[0]', params: { constraint: 'isMissing' } });
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

class Listed {
  @IsOneLine({ each: true })
  @MaxLength(5, { each: true })
  @ArrayMaxSize(6)
  @IsArray()
  @EntriesDiffer((text: unknown) => String(text).toLowerCase())
  names: string[];
}

it('names each entry of a list that is wrong, and why it is', () => {
  const wrong = (names: unknown) => {
    try {
      validated(Listed, { names });
      return [];
    } catch (error) {
      const { field, params, further = [] } = (error as Rejection).details;
      return [{ field, params: params! }, ...further].map((fault) => `${fault.field} ${fault.params['constraint']}`);
    }
  };
  expect(wrong(['a', 'Because', 'c', 'C', null, 5])).toEqual([
    ...['names[1] maxLength', 'names[3] arrayUnique', 'names[4] isMissing', 'names[5] isPlainText'],
  ]);
  expect(wrong(['a', 'b', 'c', 'd', 'e', 'f', 'a\nb'])).toEqual(['names arrayMaxSize', 'names[6] isOneLine']);
  expect(wrong('a')).toEqual(['names isArray']);
  expect(wrong(Array.from({ length: 50_000 }, () => 'Because'))).toHaveLength(20);
});

class Limited {
  @OrAbsent() @IsISO8601() day?: string;
  @OrAbsent() @IsIn([5, 10]) highest?: number;
  @OrAbsent() @Matches(/^#[0-9a-f]{6}$/, { message: '$property must be a colour such as #0b5c6b' }) colour?: string;
  @OrAbsent() @Min(-3) place2?: number;
  @OrAbsent() @Length(2, 4) code?: string;
  @OrAbsent() @ArrayMaxSize(1) list7?: string[];
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
