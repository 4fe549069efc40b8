import { describe, expect, it } from '@jest/globals';
import { blankForm, listOf, sentForm, textOf } from './form';

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

  it.each([['x'.repeat(101)], ['a\nb'], ['ключ'], [['a', 'b']]])('is refused with a key that no page has in it: %j', (key) => {
    expect(() => sentForm({ key })).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });
});
