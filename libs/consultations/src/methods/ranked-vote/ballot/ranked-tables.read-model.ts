import { lateStanding, named, standingBallot, type Tables } from '../../../export/contributions/contribution-tables.read-model';
import { rankingCast, type RankedVoteSettings, type RankingCast } from '../ranked-vote.contract';

export const rankedTables: Tables = {
  votes: {
    columns: ['voter', 'ranking', 'ranking_words', 'assurance', 'status', 'excluded_reason'],
    query: `SELECT voter, choices[1] AS ranking, ${standingBallot} WHERE activity_id = $1 ORDER BY voter`,
    isPublic: () => true,
    cells: (row, _text, settings) => [
      ...named(row, 'voter', 'ranking'),
      wordsOf(row['ranking'], settings as RankedVoteSettings),
      ...named(row, 'assurance', 'status', 'excluded_reason'),
    ],
    late: {
      type: rankingCast.type,
      row(late) {
        const { voter, options } = late.data as RankingCast['data'];
        return { voter, ranking: options.join(' '), ...lateStanding(late) };
      },
    },
  },
};

/** What the options say, the most preferred first, one a line. */
function wordsOf(ranking: unknown, { options }: RankedVoteSettings): string {
  return String(ranking ?? '')
    .split(' ')
    .map((id) => options.find((option) => option.id === id)?.text ?? id)
    .join('\n');
}
