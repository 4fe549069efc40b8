import { lateStanding, named, standingBallot, type Tables } from '../../../export/contributions/contribution-tables.read-model';
import { pollBallotCast, type PollBallotCast, type PollSettings } from '../poll.contract';

export const pollTables: Tables = {
  votes: {
    columns: ['voter', 'options', 'options_words', 'assurance', 'status', 'excluded_reason'],
    query: `SELECT voter, array_to_string(choices, ' ') AS options, ${standingBallot} WHERE activity_id = $1 ORDER BY voter`,
    isPublic: () => true,
    cells: (row, _text, settings) => [
      ...named(row, 'voter', 'options'),
      wordsOf(row['options'], settings as PollSettings),
      ...named(row, 'assurance', 'status', 'excluded_reason'),
    ],
    late: {
      type: pollBallotCast.type,
      row(late) {
        const { voter, options } = late.data as PollBallotCast['data'];
        return { voter, options: options.join(' '), ...lateStanding(late) };
      },
    },
  },
};

/** What the options say, one a line. */
function wordsOf(chosen: unknown, { options }: PollSettings): string {
  const ids = String(chosen).split(' ');
  return options.flatMap(({ id, text }) => (ids.includes(id) ? [text] : [])).join('\n');
}
