import { lateStanding, named, standing, type Tables } from '../../../export/contributions/contribution-tables.read-model';
import { pollBallotCast, type PollBallotCast } from '../poll.contract';

export const pollTables: Tables = {
  votes: {
    columns: ['voter', 'options', 'assurance', 'status', 'excluded_reason'],
    query: `SELECT voter, array_to_string(options, ' ') AS options, ${standing('poll_ballot')} WHERE activity_id = $1 ORDER BY voter`,
    isPublic: () => true,
    cells: (row) => named(row, 'voter', 'options', 'assurance', 'status', 'excluded_reason'),
    late: {
      type: pollBallotCast.type,
      row(late) {
        const { voter, options } = late.data as PollBallotCast['data'];
        return { voter, options: options.join(' '), ...lateStanding(late) };
      },
    },
  },
};
