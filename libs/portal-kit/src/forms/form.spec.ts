import { describe, expect, it } from '@jest/globals';
import type { FormState } from '@isegoria/ui';
import { blankForm, listOf, mustBeWhole, sentForm, textIfAny, textOf } from './form';

describe('a sent form', () => {
  it('keeps what was typed, with the line breaks that the platform counts', () => {
    expect(textOf(sentForm({ text: 'one\r\ntwo\rthree' }), 'text')).toBe('one\ntwo\nthree');
  });

  it('gives a group of checkboxes as a list, be it none, one or several', () => {
    expect([{}, { options: 'a' }, { options: ['a', 'b'] }].map((body) => listOf(sentForm(body), 'options'))).toEqual([
      [],
      ['a'],
      ['a', 'b'],
    ]);
  });

  it('keeps its idempotency key, and makes one where there is none', () => {
    expect(sentForm({ key: 'k' }).key).toBe('k');
    expect(sentForm(undefined).key).toMatch(/^[0-9a-f-]{36}$/);
    expect(blankForm().key).not.toBe(blankForm().key);
  });

  it('is whole where it brings all that it is asked for, be that empty, and its key', () => {
    const asked = (body: object, read: (form: FormState) => unknown) => () => {
      const form = sentForm(body);
      read(form);
      mustBeWhole(form);
    };
    const lacks = (field: string) => expect.objectContaining({ code: 'UNKNOWN_FIELD', details: { field } });
    expect(asked({ key: 'k', text: '' }, (form) => textOf(form, 'text'))).not.toThrow();
    expect(asked({ key: 'k' }, (form) => [listOf(form, 'options'), textIfAny(form, 'unit')])).not.toThrow();
    expect(asked({ key: 'k' }, (form) => textOf(form, 'text'))).toThrow(lacks('text'));
    expect(asked({ key: 'k' }, (form) => textOf({ ...form, values: {} }, 'text'))).toThrow(lacks('text'));
    expect(asked({ text: '' }, (form) => textOf(form, 'text'))).toThrow(lacks('key'));
  });

  it.each([['x'.repeat(101)], ['a\nb'], ['ключ'], [['a', 'b']]])('is refused with a key that no page has in it: %j', (key) => {
    expect(() => sentForm({ key })).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });
});
