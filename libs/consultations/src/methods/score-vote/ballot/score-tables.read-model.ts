import { lateStanding, named, standingBallot, type Tables } from '../../../export/contributions/contribution-tables.read-model';
import { scoresCast, type ScoreVoteSettings, type ScoresCast } from '../score-vote.contract';

export const scoreTables: Tables = {
  votes: {
    columns: ['voter', 'scores', 'scores_words', 'assurance', 'status', 'excluded_reason'],
    query: `SELECT voter, array_to_string(choices, ' ') AS scores, ${standingBallot} WHERE activity_id = $1 ORDER BY voter`,
    isPublic: () => true,
    cells: (row, _text, settings) => [
      ...named(row, 'voter', 'scores'),
      wordsOf(row['scores'], settings as ScoreVoteSettings),
      ...named(row, 'assurance', 'status', 'excluded_reason'),
    ],
    late: {
      type: scoresCast.type,
      row(late) {
        const { voter, scores } = late.data as ScoresCast['data'];
        return { voter, scores: scores.map(({ option, score }) => `${option}:${score}`).join(' '), ...lateStanding(late) };
      },
    },
  },
};

/** What the options say, with their scores, one a line. */
function wordsOf(given: unknown, { options }: ScoreVoteSettings): string {
  const scores = new Map(String(given ?? '').split(' ').map((one) => one.split(':') as [string, string]));
  return options.flatMap(({ id, text }) => (scores.has(id) ? [`${text}: ${scores.get(id)}`] : [])).join('\n');
}
