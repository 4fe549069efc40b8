import { lotsOnPage } from '../../choices/lots-on-page.recount';
import type { OptionResults } from '../../choices/options/options.contract';
import type { ActivityResults } from '../../../results/results.contract';
import { onceClosed, type OnPage, type RowOnPage, type SentenceOnPage } from '../../method/method.recount';
import type { RankedCount, RankedVoteResults, RunoffRound } from '../ranked-vote.contract';

type Results = OptionResults & RankedVoteResults & Pick<ActivityResults, 'closed'>;

/** The outcome with its working, as a page has to say it. */
export function rankedOnPage({ options, ranking, closed }: Results): OnPage {
  const once = onceClosed(closed);
  const winner = options.find(({ id }) => id === ranking?.winner);
  if (!ranking || !winner) return { sentences: [{ says: `votes.nobody${once}`, values: {} }], rows: [], first: [] };
  const found = finding(ranking, options, winner);
  const working = ranking.counting === 'schulze' ? inPairs(options, ranking) : inRounds(options, ranking);
  const lots = ranking.byLot ? lotsOnPage(options, ranking.lots) : [];
  const sentences = [{ ...found, says: found.says + once }, ...lotOnTheWay(ranking), ...lots, ...working.sentences];
  return { sentences, rows: working.rows, first: [winner.id] };
}

type Options = OptionResults['options'];
type Working = Pick<OnPage, 'sentences' | 'rows'>;

function finding(ranking: RankedCount, options: Options, { id, text: option }: Options[number]): SentenceOnPage {
  const { rounds, byLot, preferred, strengths } = ranking;
  const own = options.findIndex((one) => one.id === id);
  const last = rounds.at(-1);
  if (!last) {
    const losesTo = options.filter((_, other) => preferred[other]![own]! > preferred[own]![other]!);
    const alone = losesTo.length > 0 ? 'ranked.findingPaths' : 'ranked.findingPairs';
    const beats = (one: number, other: number) => strengths[one]![other]! > strengths[other]![one]!;
    const tied = options.flatMap(({ text }, one) => (options.some((_, other) => beats(other, one)) ? [] : [text]));
    return byLot ? { says: 'ranked.findingPairsLot', values: { option }, lists: { tied } } : { says: alone, values: { option } };
  }
  const count = last.votes[own] ?? 0;
  const tied = lastTwo(rounds);
  if (tied) return { says: 'ranked.findingLot', values: { option, round: rounds.length - 1, count: tied.votes[own]! } };
  const people = last.votes.reduce<number>((sum, votes) => sum + (votes ?? 0), 0);
  const says = rounds.length === 1 ? 'ranked.findingFirst' : 'ranked.findingRunoff';
  return { says, values: { option, count, people, round: rounds.length }, shares: { share: count / Math.max(1, people) } };
}

/** The round in which two options are left with as many ballots each, so that one of them goes by lot and the other is all there is. */
function lastTwo(rounds: RankedCount['rounds']): RunoffRound | undefined {
  return rounds.find(({ votes, byLot }) => byLot && votes.filter((count) => count !== null).length === 2);
}

function lotOnTheWay({ rounds }: RankedCount): SentenceOnPage[] {
  const end = lastTwo(rounds);
  return rounds.some((round) => round.byLot && round !== end) ? [{ says: 'ranked.byLot', values: {} }] : [];
}

function inRounds(options: Options, { rounds, winner }: RankedCount): Working {
  const end = lastTwo(rounds);
  const sentences = rounds.map((round, index) => {
    const { eliminated, byLot, votes } = round;
    const fewest = votes.reduce<number>((least, count) => Math.min(least, count ?? least), Infinity);
    const tied = byLot ? { lists: { tied: options.flatMap(({ text }, at) => (votes[at] === fewest ? [text] : [])) } } : {};
    const option = options.find(({ id }) => id === (eliminated ?? winner))!.text;
    const isOut = round === end ? 'ranked.outOfTwo' : byLot ? 'ranked.outByLot' : 'ranked.out';
    return { says: eliminated !== null ? isOut : end ? 'ranked.alone' : 'ranked.decided', values: { round: index + 1, option }, ...tied };
  });
  const ofOptions = options.map(({ text }, option) => ({ of: text, figures: rounds.flatMap(({ votes }) => votes[option] ?? []) }));
  const rows: readonly RowOnPage[] = [
    { of: { says: 'results.option' }, figures: rounds.map((_, index) => index + 1) },
    ...ofOptions,
    { of: { says: 'ranked.exhausted' }, figures: rounds.map(({ exhausted }) => exhausted) },
  ];
  return { sentences, rows };
}

/** The tables have their rows and columns in the order of the outcome, and nothing where an option would meet itself. */
function inPairs(options: Options, { order, preferred, strengths }: RankedCount): Working {
  const inOrder = order.map((id) => options.findIndex((option) => option.id === id));
  const rows = [preferred, strengths].flatMap((cells) =>
    inOrder.map((row): RowOnPage => {
      const figures = inOrder.flatMap((column) => (row === column ? [] : cells[row]![column]!));
      return { of: options[row]!.text, figures };
    }),
  );
  return { sentences: [], rows };
}
