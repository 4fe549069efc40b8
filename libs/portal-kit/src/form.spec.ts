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

  it('keeps its idempotency key, and makes one where there is none or it is far too long', () => {
    expect(sentForm({ key: 'k' }).key).toBe('k');
    expect(sentForm({ key: 'x'.repeat(101) }).key).toMatch(/^[0-9a-f-]{36}$/);
    expect(sentForm(undefined).key).toMatch(/^[0-9a-f-]{36}$/);
    expect(blankForm().key).not.toBe(blankForm().key);
  });
});
