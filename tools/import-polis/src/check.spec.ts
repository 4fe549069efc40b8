import { describe, expect, it } from '@jest/globals';
import { limits } from '@isegoria/contracts';
import { faultsOf } from './check';
import type { Conversation, Statement, Vote } from './conversation';
import { talliesOf } from './tallies';

const statement = (id: string, fields: Partial<Statement> = {}): Statement => ({
  id,
  author: '7',
  at: '2015-08-30T12:00:00.000Z',
  text: 'A text',
  moderation: 'accepted',
  line: Number(id) + 2,
  ...fields,
});
const vote = (on: string, voter: string, choice: Vote['choice'], line: number): Vote => ({
  statement: on,
  voter,
  time: line,
  choice,
  line,
});
const votes = [
  vote('0', '1', 'agree', 2),
  vote('0', '2', 'agree', 3),
  vote('1', '1', 'disagree', 4),
  vote('1', '1', 'agree', 5),
  vote('1', '2', 'pass', 6),
];
const conversation = (fields: Partial<Conversation> = {}): Conversation => ({
  name: 'town',
  topic: 'T',
  description: 'D',
  url: 'https://example.org',
  statements: [statement('0'), statement('1')],
  votes,
  votesDigest: '',
  broken: [],
  ...fields,
});
const exchanged = (all: readonly Vote[]) =>
  all.map((one) => ({ ...one, choice: one.choice === 'agree' ? 'disagree' : one.choice === 'disagree' ? 'agree' : 'pass' }) as const);

const tooLong = {
  statement: 'a'.repeat(limits.statementLength + 1),
  topic: 'a'.repeat(limits.titleLength + 1),
  name: 'a'.repeat(limits.externalIdLength),
  number: '9'.repeat(limits.externalIdLength + 1),
};

describe('what is checked before anything is imported', () => {
  it('is without fault where votes and tallies agree, by last votes', () => {
    expect(faultsOf(conversation(), 'en', undefined)).toEqual([]);
    expect(faultsOf(conversation(), 'fr', talliesOf(votes))).toEqual([]);
  });

  it.each([
    ['a statement that is too long', { statements: [statement('0', { text: tooLong.statement }), statement('1')] }, 'comments.csv line 2'],
    ['half a surrogate pair', { statements: [statement('0'), statement('1', { text: 'a\ud800' })] }, 'comments.csv line 3'],
    ['a number twice', { statements: [statement('0'), statement('1'), statement('1', { line: 9 })] }, 'comments.csv line 9'],
    ['a topic that is too long', { topic: tooLong.topic }, 'summary.csv'],
    ['a folder whose name is too long', { name: tooLong.name }, 'summary.csv'],
    ['a voter whose number is too long', { votes: [...votes, vote('0', tooLong.number, 'pass', 7)] }, 'person 9'],
  ])('names %s', (_, fields, place) => {
    const faults = faultsOf(conversation(fields), 'en', undefined);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toContain(place);
  });

  it('names a language that there is not', () => {
    expect(faultsOf(conversation(), 'tlh', undefined)).toEqual([expect.stringContaining('"language"')]);
  });

  it('names the statements whose votes are not those of the published tallies', () => {
    expect(faultsOf(conversation({ votes: votes.slice(0, 4) }), 'en', talliesOf(votes))).toEqual([
      'statement 1: 1 agree, 0 disagree, 1 pass at the source, 1 agree, 0 disagree, 0 pass by votes.csv',
    ]);
  });

  it('tells inverted signs by the published tallies, or by what the statements say was counted', () => {
    const inverted = conversation({ votes: exchanged(votes) });
    expect(faultsOf(inverted, 'en', talliesOf(votes))[0]).toContain('exchanged');
    const statements = [statement('0', { counted: { agrees: 2, disagrees: 0 } }), statement('1', { counted: { agrees: 1, disagrees: 1 } })];
    expect(faultsOf({ ...inverted, statements }, 'en', undefined)).toEqual([expect.stringContaining('exchanged')]);
    expect(faultsOf(conversation({ statements }), 'en', undefined)).toEqual([]);
  });
});
