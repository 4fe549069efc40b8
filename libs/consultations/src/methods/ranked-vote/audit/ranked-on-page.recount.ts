import type { OptionResults } from '../../choices/options/options.contract';
import type { OnPage, RowOnPage, SentenceOnPage } from '../../method/method.recount';
import type { RankedCount, RankedVoteResults } from '../ranked-vote.contract';

type Results = OptionResults & RankedVoteResults;

/** The outcome with its working, as a page has to say it. */
export function rankedOnPage({ options, ranking }: Results): OnPage {
  const winner = options.find(({ id }) => id === ranking?.winner);
  if (!ranking || !winner) return { sentences: [{ says: 'ranked.findingNone', values: {} }], rows: [], first: [] };
  const lot: readonly SentenceOnPage[] = ranking.byLot ? [{ says: 'ranked.byLot', values: {} }] : [];
  const working = ranking.counting === 'schulze' ? inPairs(options, ranking) : inRounds(options, ranking);
  return { sentences: [finding(ranking, options, winner), ...lot, ...working.sentences], rows: working.rows, first: [winner.id] };
}

type Options = OptionResults['options'];
type Working = Pick<OnPage, 'sentences' | 'rows'>;

function finding({ rounds }: RankedCount, options: Options, { id, text: option }: Options[number]): SentenceOnPage {
  const last = rounds.at(-1);
  if (!last) return { says: 'ranked.findingPairs', values: { option } };
  const people = last.votes.reduce<number>((sum, votes) => sum + (votes ?? 0), 0);
  const count = last.votes[options.findIndex((one) => one.id === id)] ?? 0;
  const says = rounds.length === 1 ? 'ranked.findingFirst' : 'ranked.findingRunoff';
  return { says, values: { option, count, people, round: rounds.length }, shares: { share: count / Math.max(1, people) } };
}

function inRounds(options: Options, { rounds, winner }: RankedCount): Working {
  const sentences = rounds.map(({ eliminated, byLot }, index) => {
    const option = options.find(({ id }) => id === (eliminated ?? winner))!.text;
    const says = eliminated === null ? 'ranked.decided' : byLot ? 'ranked.outByLot' : 'ranked.out';
    return { says, values: { round: index + 1, option } };
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
