import { lateStanding, named, standingBallot, type Tables } from '../../../export/contributions/contribution-tables.read-model';
import { motionBallotCast, type MotionBallotCast } from '../motion.contract';

export const motionTables: Tables = {
  votes: {
    columns: ['voter', 'vote', 'assurance', 'status', 'excluded_reason'],
    query: `SELECT voter, choices[1] AS vote, ${standingBallot} WHERE activity_id = $1 ORDER BY voter`,
    isPublic: () => true,
    cells: (row) => named(row, 'voter', 'vote', 'assurance', 'status', 'excluded_reason'),
    late: {
      type: motionBallotCast.type,
      row(late) {
        const { voter, vote } = late.data as MotionBallotCast['data'];
        return { voter, vote, ...lateStanding(late) };
      },
    },
  },
};
