import type { ActivityResults } from '../../../results/results.contract';
import { lotsFound, nobodyIn, whenClosed, type Found } from '../../choices/results/found.page';
import type { RankedCount, RunoffRound } from '../ranked-vote.contract';

/** What came out of a ranked vote, and whether a lot decided it. */
export function foundInRanking(results: ActivityResults): Found[] {
  const { options, ranking } = results;
  const winner = options.findIndex(({ id }) => id === ranking?.winner);
  if (!ranking || winner < 0) return [nobodyIn(results)];
  const quoted = { options: { option: options[winner]!.text } };
  const when = whenClosed(results);
  const lots = ranking.byLot ? lotsFound(options, ranking.lots) : [];
  if (ranking.counting === 'schulze') {
    const lists: Found['lists'] = ranking.byLot ? { tied: options.filter((_, at) => isUnbeaten(ranking, at)) } : {};
    return [{ says: `${inPairs(ranking, winner)}${when}`, ...quoted, lists }, ...lots];
  }
  const [last, before] = [ranking.rounds.at(-1)!, ranking.rounds.at(-2)];
  const round = ranking.rounds.length;
  if (before && isAlone(last))
    return [
      { says: `ranked.findingLot${when}`, ...quoted, values: { round: round - 1, count: before.votes[winner] ?? 0 } },
      ...onTheWay(ranking.rounds.slice(0, -2)),
      ...lots,
    ];
  const count = last.votes[winner] ?? 0;
  const people = last.votes.reduce<number>((sum, votes) => sum + (votes ?? 0), 0);
  const found = { ...quoted, values: { count, people, round }, shares: { share: count / Math.max(1, people) } };
  const says = round === 1 ? 'ranked.findingFirst' : 'ranked.findingRunoff';
  return [{ says: `${says}${when}`, ...found }, ...onTheWay(ranking.rounds), ...lots];
}

/** The lot decided between the last two, which had as many ballots: all that count for one are those of the other then. */
export const isAlone = ({ votes }: RunoffRound): boolean => votes.filter((count) => count !== null).length === 1;

const onTheWay = (rounds: readonly RunoffRound[]): Found[] =>
  rounds.some(({ byLot }) => byLot) ? [{ says: 'ranked.byLot', isAside: true }] : [];

/** Whether no other option has a stronger path to it than the one back. */
const isUnbeaten = ({ strengths }: RankedCount, one: number): boolean =>
  strengths.every((row, other) => row[one]! <= strengths[one]![other]!);

/** Where majorities go in a circle, some option beats the winner if these two are compared alone. */
function inPairs({ byLot, preferred }: RankedCount, winner: number) {
  if (byLot) return 'ranked.findingPairsLot' as const;
  const isBeaten = preferred.some((row, other) => row[winner]! > preferred[winner]![other]!);
  return isBeaten ? ('ranked.findingPaths' as const) : ('ranked.findingPairs' as const);
}
