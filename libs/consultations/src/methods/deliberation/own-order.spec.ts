import { expect, it } from '@jest/globals';
import { inOwnOrder } from './own-order';

const statements = Array.from({ length: 20 }, (_, index) => ({ id: `s${index}` }));
const orderOf = (person: string) => inOwnOrder(statements, person).map(({ id }) => id);

it('gives each person all statements, in an order that stays the same', () => {
  expect(orderOf('a')).toEqual(orderOf('a'));
  expect([...orderOf('a')].sort()).toEqual(statements.map(({ id }) => id).sort());
});

it('puts no statement first for everybody', () => {
  const firsts = Array.from({ length: 200 }, (_, person) => orderOf(`person ${person}`)[0]);
  expect(new Set(firsts).size).toBeGreaterThan(15);
});
