import { describe, expect, it } from '@jest/globals';
import { faultsOf } from './faults';

const english = '{count, plural, one {# vote} other {# votes}} on {day}';

describe('the faults of a translation', () => {
  it.each([
    ['fr', '{count, plural, one {# vote} many {# de votes} other {# votes}} le {day}'],
    ['ar', '{day}: {count, plural, zero {a} one {b} two {c} few {d} many {e} other {f}}'],
    ['ar', '{day}: {count, plural, =0 {a} one {b} two {c} few {d} many {e} other {f}}'],
    ['ja', '{day}: {count, plural, other {#}}'],
    ['fr', '{day} : {count, plural, =0 {aucun vote} other {votes : #}}'],
    ['fr', '{day} : {count, number}'],
  ])('are none in %s: %s', (language, translation) => {
    expect(faultsOf(english, translation, language)).toEqual([]);
  });

  it.each([
    ['fr', '{count, plural, one {# vote} other {# votes}} le {day}', '{count} lacks the plural "many" (as for 1000000)'],
    ['ar', '{day}: {count, plural, one {b} two {c} few {d} many {e} other {f}}', '{count} lacks the plural "zero" (as for 0)'],
    ['fr', '{count, number}', 'lacks {day}'],
    ['fr', '{count, number} {day} {jour}', 'has {jour}, which the English has not'],
    ['fr', '{count, plural, one {#} many {#} other {#}', 'cannot be read'],
    ['fr', '{count, plural, one {#} many {#}} {day}', 'cannot be read'],
  ])('are told, in %s: %s', (language, translation, fault) => {
    expect(faultsOf(english, translation, language).join()).toContain(fault);
  });
});
