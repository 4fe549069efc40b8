import { describe, expect, it } from '@jest/globals';
import * as contracts from '@isegoria/contracts';
import { rooms } from './rooms';

interface Asked {
  readonly name: string;
  readonly route: { readonly method: string; readonly path: string };
  readonly may: string;
}

const isAsked = (value: unknown): value is Asked =>
  typeof value === 'object' && value !== null && (value as Partial<Asked>).route?.method === 'GET' && 'may' in value;
const everybodys = Object.values(contracts as Record<string, unknown>).filter((one) => isAsked(one) && one.may === 'anyone') as Asked[];

const compared = rooms.flatMap(({ shown }) => shown()).flatMap(({ shows }) => shows.map(({ query }) => query.name));
const otherwise = new Map(rooms.flatMap(({ notShown }) => notShown.map(([{ name }, why]) => [name, why])));

describe('what everybody may read', () => {
  it('is known', () => {
    expect(everybodys.length).toBeGreaterThan(15);
  });

  it.each(everybodys.map((one) => [one.route.path, one] as const))(
    'at %s is compared word for word, or it is said why not',
    (_, { name }) => {
      expect([compared.includes(name), otherwise.has(name)].filter(Boolean)).toHaveLength(1);
      if (otherwise.has(name)) expect(otherwise.get(name)!.length).toBeGreaterThan(20);
    },
  );

  it('is all that is compared, or not compared', () => {
    const names = everybodys.map(({ name }) => name);
    expect([...compared, ...otherwise.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });
});
