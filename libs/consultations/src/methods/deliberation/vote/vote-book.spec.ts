import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assuranceLevels, levelsFrom, rankOf } from '@isegoria/kernel';
import { VoteBook } from './vote-book.recount';

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('a book of votes', () => {
  it('gives votes back with their voters and statements', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(40),
            fc.oneof(fc.nat(300), word),
            fc.constantFrom('agree', 'disagree', 'pass'),
            fc.constantFrom(...assuranceLevels),
          ),
          {
            maxLength: 500,
          },
        ),
        (votes) => {
          const [book, last] = [new VoteBook(), new Map<string, string>()];
          for (const [statement, voter, choice, level] of votes) {
            book.cast(`s${statement}`, voter, choice as 'agree', level, 2);
            last.set(`s${statement}/${voter}`, `${choice}/${level}`);
          }
          const given = [...book.votes()].map(({ statementId, voter, choice }) => [`${statementId}/${voter}`, choice]);
          expect(new Map(given as [string, string][])).toEqual(new Map([...last].map(([key, vote]) => [key, vote.split('/')[0]!])));
          const agreed = [...last.entries()].filter(([key, vote]) => key.startsWith('s0/') && vote.startsWith('agree/'));
          const at = (levels: readonly string[]) => agreed.filter(([, vote]) => levels.includes(vote.split('/')[1]!));
          for (const level of assuranceLevels) {
            const tally = book.tallies(level).get('s0');
            expect(tally?.byAssurance[level].agrees ?? 0).toBe(at([level]).length);
            expect(tally?.agrees ?? 0).toBe(at(levelsFrom(level)).length);
          }
          const isLeftOut = (voter: number) => voter % 2 === 1;
          const isRaised = (voter: number) => voter % 3 === 0;
          const except = { isLeftOut, leastRankOf: (voter: number) => (isRaised(voter) ? rankOf('email') : 0) };
          const counted = agreed.filter(([key, vote]) => {
            const [voter, level] = [Number(key.split('/')[1]), vote.split('/')[1]];
            return !isLeftOut(voter) && (level === 'email' || (level === 'anonymous' && isRaised(voter)));
          });
          expect(book.tallies('email', except).get('s0')?.byAssurance.email.agrees ?? 0).toBe(counted.length);
        },
      ),
    );
  });
});
