import { named, standing, type Tables } from '../../export/contribution-tables.read-model';

export const pollTables: Tables = {
  votes: {
    columns: ['voter', 'options', 'assurance', 'excluded_reason'],
    query: `SELECT voter, array_to_string(options, ' ') AS options, ${standing('poll_ballot')} WHERE activity_id = $1 ORDER BY voter`,
    isPublic: () => true,
    cells: (row) => named(row, 'voter', 'options', 'assurance', 'excluded_reason'),
  },
};
