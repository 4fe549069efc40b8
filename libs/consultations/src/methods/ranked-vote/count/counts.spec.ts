import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantRunoff } from './instant-runoff';
import { ballotsOf, burlington, ireland, schulzes, tennessee, type PublishedCase } from './published-cases.fixture';
import type { RankedBallots } from './rankings';
import { schulze } from './schulze';

const elected = (of: PublishedCase) => of.letters[instantRunoff(ballotsOf(of)).winner!];
const inOrder = (of: PublishedCase) => schulze(ballotsOf(of)).order.map((option) => of.letters[option]).join('');

const optionsAtMost = 6;
const someBallots: fc.Arbitrary<RankedBallots> = fc.integer({ min: 2, max: optionsAtMost }).chain((options) => {
  const numbers = Array.from({ length: options }, (_, option) => option);
  const ranked = fc.record({ ranking: fc.shuffledSubarray(numbers, { minLength: 1 }), ballots: fc.integer({ min: 1, max: 9 }) });
  const lots = fc.shuffledSubarray(numbers, { minLength: options });
  return fc.record({ options: fc.constant(options), ranked: fc.array(ranked, { minLength: 1, maxLength: 12 }), lots });
});
/** The option that a majority of those who compare the two prefers to every other one. */
function condorcetWinner({ options, ranked }: RankedBallots): number | undefined {
  const numbers = Array.from({ length: options }, (_, option) => option);
  const prefer = (one: number, other: number) =>
    ranked.reduce((sum, { ranking, ballots }) => {
      const [first, second] = [one, other].map((option) => (Array.from(ranking).indexOf(option) + 1 || Infinity));
      return sum + (first! < second! ? ballots : 0);
    }, 0);
  return numbers.find((one) => numbers.every((other) => one === other || prefer(one, other) > prefer(other, one)));
}

describe('published elections', () => {
  it('come out of an instant runoff as they did', () => {
    expect([tennessee, burlington, ireland].map(elected)).toEqual(['K', 'K', 'R']);
  });
  it('have the rounds that were published', () => {
    expect(instantRunoff(ballotsOf(ireland)).rounds).toEqual([
      { votes: [612_265, 694_484, 267_902], exhausted: 0, eliminated: 2 },
      { votes: [817_830, 731_273, undefined], exhausted: 25_548 },
    ]);
    expect(instantRunoff(ballotsOf(burlington)).rounds.at(-1)).toEqual({ votes: [4_314, undefined, 4_064], exhausted: 455 });
  });
  it('come out of the Schulze method as Schulze and others worked out', () => {
    expect([tennessee, schulzes, burlington].map(inOrder)).toEqual(['NCKM', 'EACBD', 'MKW']);
  });
  it('have the strongest paths of the paper', () => {
    const { preferred, strengths } = schulze(ballotsOf(schulzes));
    expect(preferred[0]).toEqual([0, 20, 26, 30, 22]);
    expect(strengths).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
  });
});

describe('ties', () => {
  const tied = (lots: number[]): RankedBallots => ({
    options: 3,
    ranked: [0, 1, 2].map((option) => ({ ranking: [option], ballots: 5 })),
    lots,
  });
  it('are broken by the lot: the option that was drawn last is out first', () => {
    const { winner, rounds } = instantRunoff(tied([1, 2, 0]));
    expect(winner).toBe(1);
    expect(rounds.map(({ eliminated, byLot }) => [eliminated, byLot])).toEqual([
      [0, true],
      [2, true],
      [undefined, undefined],
    ]);
  });
  it('are broken by the lot: of options that nothing beats, the one that was drawn first comes first', () => {
    expect(schulze(tied([1, 2, 0]))).toMatchObject({ order: [1, 2, 0], unbeaten: [1, 2, 0] });
  });
  it('need no lot where nobody voted: nobody wins', () => {
    const nobody = { options: 3, ranked: [], lots: [1, 2, 0] };
    expect(instantRunoff(nobody)).toEqual({ rounds: [{ votes: [0, 0, 0], exhausted: 0 }] });
    expect(schulze(nobody).unbeaten).toEqual([]);
  });
});

describe('whatever people rank', () => {
  it('the Schulze method elects whom a majority prefers to every other, if there is such an option', () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const preferredToAll = condorcetWinner(ballots);
        fc.pre(preferredToAll !== undefined);
        expect(schulze(ballots)).toMatchObject({ unbeaten: [preferredToAll] });
      }),
    );
  });
  it('the order in which options are numbered changes nothing', () => {
    const ballotsAndNumbers = someBallots.chain((ballots) =>
      fc.tuple(fc.constant(ballots), fc.shuffledSubarray([...ballots.lots], { minLength: ballots.options })),
    );
    fc.assert(
      fc.property(ballotsAndNumbers, ([ballots, renamed]) => {
        const rename = (option: number) => renamed[option]!;
        const other: RankedBallots = {
          ...ballots,
          ranked: ballots.ranked.map(({ ranking, ballots }) => ({ ranking: Array.from(ranking, rename), ballots })),
          lots: ballots.lots.map(rename),
        };
        expect(instantRunoff(other).winner).toBe(rename(instantRunoff(ballots).winner!));
        expect(schulze(other).order).toEqual(schulze(ballots).order.map(rename));
      }),
    );
  });
  it('every ballot is in every round, with an option or exhausted', () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const cast = ballots.ranked.reduce((sum, one) => sum + one.ballots, 0);
        const { rounds } = instantRunoff(ballots);
        for (const { votes, exhausted } of rounds) expect(votes.reduce<number>((sum, count) => sum + (count ?? 0), exhausted)).toBe(cast);
      }),
    );
  });
});
