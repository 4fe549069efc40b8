import { describe, expect, it } from '@jest/globals';
import type { VoteChoice } from '../vote/statement-vote.contract';
import { isSupportedByAll } from './groups/representativeness';
import { opinionMapOf } from './opinion-map';
import type { MapStatement, MapVote } from './plane/vote-matrix';

const statements = (count: number): MapStatement[] => Array.from({ length: count }, (_, n) => ({ id: `s${n}`, status: 'accepted' }));

/** One letter a statement: a agrees, d disagrees, p passes, - has not voted. */
function ballot(voter: string, letters: string): MapVote[] {
  const choices: Record<string, VoteChoice> = { a: 'agree', d: 'disagree', p: 'pass' };
  return [...letters].flatMap((letter, n) => (choices[letter] ? [{ voter, statementId: `s${n}`, choice: choices[letter] }] : []));
}

/** Two camps of six and four people, alike but for one slip each; everybody agrees on the last statement. */
const camps = [
  ...['aaaddda', 'aaaddda', 'aaaddpa', 'paaddda', 'aapddda', 'aaadpda'].flatMap((letters, n) => ballot(`a${n}`, letters)),
  ...['dddaaaa', 'dddaaaa', 'ddpaaaa', 'dddapaa'].flatMap((letters, n) => ballot(`b${n}`, letters)),
];

describe('the opinion map', () => {
  it('finds the camps, the larger first, and places them apart', () => {
    const { map, participants, statements: counted } = opinionMapOf(camps, statements(7));
    expect([participants, counted]).toEqual([10, 7]);
    expect(map!.groups.map(({ id, participants: size }) => [id, size])).toEqual([
      ['A', 6],
      ['B', 4],
    ]);
    expect(map!.participants.map(({ pseudonym, group }) => pseudonym[0]! + group)).toEqual([
      ...Array(6).fill('aA'),
      ...Array(4).fill('bB'),
    ]);
    expect(map!.silhouette).toBeGreaterThan(0.8);
    const [a, b] = ['A', 'B'].map((group) => map!.participants.filter((person) => person.group === group).map(({ x }) => x));
    expect(Math.min(...a!) > Math.max(...b!) || Math.max(...a!) < Math.min(...b!)).toBe(true);
  });

  it('computes group-aware consensus as the product over the groups', () => {
    const consensus = opinionMapOf(camps, statements(7)).map!.consensus;
    expect(consensus[0]).toEqual({ statementId: 's6', score: (7 / 8) * (5 / 6) });
    expect(consensus.map(({ statementId }) => statementId)).toEqual(['s6']);
  });

  it.each([
    ['all of them support', [[20, 3, 25], [17, 11, 30]], true],
    ['one rejects, although many others support it', [[200, 0, 200], [11, 17, 28]], false],
    ['half of one supports', [[9, 0, 9], [4, 4, 8]], false],
    ['more agree with than not, among many who passed', [[9, 0, 9], [3, 1, 9]], false],
    ['nobody in one voted on', [[9, 0, 9], [0, 0, 0]], false],
  ] as const)('counts a statement that %s as agreed on or not', (_, groups, is) => {
    const tallies = groups.map(([agrees, disagrees, votes]) => [{ agrees, disagrees, votes }]);
    expect(isSupportedByAll(tallies, 0)).toBe(is);
  });

  it('names the statements that set a group apart, with its own counts', () => {
    const [a, b] = opinionMapOf(camps, statements(7)).map!.groups;
    const sides = (group: typeof a) => group!.representative.map(({ statementId, choice }) => statementId + choice[0]).sort();
    expect(sides(a)).toEqual(['s0a', 's1a', 's2a', 's3d', 's4d']);
    expect(sides(b)).toEqual(expect.arrayContaining(['s0d', 's1d', 's3a']));
    expect(a!.representative.find(({ statementId }) => statementId === 's0')).toEqual({
      statementId: 's0',
      choice: 'agree',
      agrees: 5,
      disagrees: 0,
      votes: 6,
      score: (5 + 1) / (6 + 2) / ((0 + 1) / (4 + 2)),
    });
    expect([...a!.representative, ...b!.representative].map(({ statementId }) => statementId)).not.toContain('s6');
  });

  it('counts the last vote of a person on a statement, in the place of the first', () => {
    const [first, ...others] = camps;
    const changed = [{ ...first!, choice: 'disagree' } as const, ...others, first!];
    expect(JSON.stringify(opinionMapOf(changed, statements(7)))).toBe(JSON.stringify(opinionMapOf(camps, statements(7))));
  });

  it('does not depend on how people are called', () => {
    const renamed = opinionMapOf(
      camps.map(({ voter, ...vote }) => ({ ...vote, voter: `${99 - Number(voter[1])}${voter}` })),
      statements(7),
    );
    const named = (voter: string) => voter.slice(-2);
    const participants = renamed.map!.participants.map(({ pseudonym, ...place }) => ({ pseudonym: named(pseudonym), ...place }));
    expect(JSON.stringify({ ...renamed, map: { ...renamed.map!, participants } })).toBe(JSON.stringify(opinionMapOf(camps, statements(7))));
  });

  it('leaves out rejected statements, those without a vote, and people with too few votes', () => {
    const all = [...statements(8), { id: 's8', status: 'rejected' as const }];
    const votes = [...camps, { voter: 'a0', statementId: 's8', choice: 'agree' } as const, ...ballot('few', 'aaaaaa')];
    const [found, without] = [opinionMapOf(votes, all), opinionMapOf(camps, statements(7))];
    expect({ ...found, unplaced: null, map: { ...found.map, participants: null } }).toMatchObject({
      ...without,
      unplaced: null,
      map: { groups: without.map!.groups, consensus: without.map!.consensus, participants: null },
    });
    expect(found.map!.participants.map(({ pseudonym }) => pseudonym)).toEqual(without.map!.participants.map(({ pseudonym }) => pseudonym));
    expect(found.unplaced).toEqual({ tooFewVotes: 1, onlyOnRejected: 0 });
  });

  it('places people by votes on rejected statements too, and accounts for those who cast no others', () => {
    const all = [...statements(7), ...[7, 8, 9, 10, 11, 12, 13].map((n) => ({ id: `s${n}`, status: 'rejected' as const }))];
    const found = opinionMapOf([...camps, ...ballot('half', 'aaa----aaaa---'), ...ballot('off', '-------aaaaaaa')], all);
    expect(found.map!.participants.at(-1)).toMatchObject({ pseudonym: 'half', group: 'A' });
    expect(found).toMatchObject({ participants: 11, statements: 7, needed: 7, unplaced: { tooFewVotes: 0, onlyOnRejected: 1 } });
  });

  it('places people who voted on all statements where there are fewer than seven', () => {
    const votes = ['aa', 'ad', 'da', 'dd'].flatMap((letters, n) => ballot(`p${n}`, letters));
    expect(opinionMapOf(votes, statements(2))).toMatchObject({ participants: 4, statements: 2, map: { participants: expect.any(Array) } });
    expect(opinionMapOf([...votes, ...ballot('half', 'a-')], statements(2)).participants).toBe(4);
  });

  it('scales by the votes cast, so that who skips half stands as far out as who votes alike on all', () => {
    const few = ballot('c', 'aaaaaaa-------');
    const many = ['aaaaaaaaaaaaaa', 'aaaaaaaaaaaaaa', 'dddddddddddddd', 'dddddddddddddd'].flatMap((letters, n) => ballot(`m${n}`, letters));
    const { participants } = opinionMapOf([...many, ...few], statements(14)).map!;
    const at = (name: string) => participants.find(({ pseudonym }) => pseudonym === name)!.x;
    expect(Math.abs(at('c'))).toBeGreaterThan(Math.abs(at('m0')) / 2);
    expect(Math.sign(at('c'))).toBe(Math.sign(at('m0')));
  });

  it('draws no map of fewer than four people or two statements', () => {
    const three = ['aa', 'ad', 'da'].flatMap((letters, n) => ballot(`p${n}`, letters));
    expect(opinionMapOf(three, statements(2))).toMatchObject({ map: null, participants: 3, statements: 2 });
    const one = ['a', 'd', 'a', 'd', 'p'].flatMap((letters, n) => ballot(`p${n}`, letters));
    expect(opinionMapOf(one, statements(1))).toMatchObject({ map: null, participants: 5, statements: 1 });
    expect(opinionMapOf([], [])).toEqual({
      map: null,
      participants: 0,
      statements: 0,
      needed: 0,
      unplaced: { tooFewVotes: 0, onlyOnRejected: 0 },
    });
  });

  it('draws no groups where all vote alike', () => {
    const votes = Array.from({ length: 5 }, (_, n) => ballot(`p${n}`, 'aad')).flat();
    const { map } = opinionMapOf(votes, statements(3));
    expect(map!.groups).toEqual([]);
    expect(map!.participants.every(({ x, y, group }) => x === 0 && y === 0 && group === null)).toBe(true);
    expect(map!.consensus[0]!.score).toBe(6 / 7);
  });

  it('finds five groups where there are five', () => {
    const corners = ['aaaaaaaaaaaa', 'dddddddddddd', 'aaaaaadddddd', 'ddddddaaaaaa', 'pppppppppppp'];
    const votes = corners.flatMap((letters, corner) =>
      Array.from({ length: 8 - corner }, (_, n) => ballot(`${corner}-${n}`, letters)).flat(),
    );
    const { map } = opinionMapOf(votes, statements(12));
    expect(map!.groups.map(({ id, participants }) => id + participants)).toEqual(['A8', 'B7', 'C6', 'D5', 'E4']);
    expect(map!.silhouette).toBe(1);
  });
});
