import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VoteBook } from './vote-book.recount';

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('a book of votes', () => {
  it('gives votes back with their voters and statements', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(40), fc.oneof(fc.nat(300), word), fc.constantFrom('agree', 'disagree', 'pass'), fc.boolean()), {
          maxLength: 500,
        }),
        (votes) => {
          const [book, last] = [new VoteBook(), new Map<string, string>()];
          for (const [statement, voter, choice, verified] of votes) {
            book.cast(`s${statement}`, voter, choice as 'agree', verified);
            last.set(`s${statement}/${voter}`, `${choice}/${verified}`);
          }
          const given = [...book.votes()].map(({ statementId, voter, choice }) => [`${statementId}/${voter}`, choice]);
          expect(new Map(given as [string, string][])).toEqual(new Map([...last].map(([key, vote]) => [key, vote.split('/')[0]!])));
          const agreed = [...last.entries()].filter(([key, vote]) => key.startsWith('s0/') && vote === 'agree/true');
          expect(book.tallies().get('s0')?.byAssurance.verified.agrees ?? 0).toBe(agreed.length);
          const leftOut = (voter: number) => voter % 2 === 1;
          const counted = agreed.filter(([key]) => !leftOut(Number(key.split('/')[1])));
          expect(book.tallies(leftOut).get('s0')?.byAssurance.verified.agrees ?? 0).toBe(counted.length);
        },
      ),
    );
  });
});
