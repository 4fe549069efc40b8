import type { StatementStatus, VoteChoice } from '@isegoria/contracts';

/** A vote as the log has it; of several by one person on one statement, the last counts. */
export interface MapVote {
  readonly voter: string;
  readonly statementId: string;
  readonly choice: VoteChoice;
}

/** A statement of the deliberation; the list is in order of submission. */
export interface MapStatement {
  readonly id: string;
  readonly status: StatementStatus;
}

/** The votes of one participant: ascending statement indexes and, beside them, agree 1, disagree -1, pass 0. */
export interface MatrixRow {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Participants x statements; only cast votes are held. */
export interface VoteMatrix {
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  readonly rows: readonly MatrixRow[];
}

const valueOf: Readonly<Record<VoteChoice, number>> = { agree: 1, disagree: -1, pass: 0 };

/** A person must have voted on so many statements to be placed (on all, where there are fewer). */
export const votesToBePlaced = 7;

/**
 * The matrix that the map is made of: rejected statements and those that nobody voted on are left out, and so are people with fewer
 * votes than it takes to be placed. Participants are ordered by pseudonym (UTF-16 code units), statements by submission.
 */
export function voteMatrixOf(votes: Iterable<MapVote>, statements: readonly MapStatement[]): VoteMatrix {
  const standing = new Set(statements.filter(({ status }) => status !== 'rejected').map(({ id }) => id));
  const ballots = new Map<string, Map<string, number>>();
  const votedOn = new Set<string>();
  for (const { voter, statementId, choice } of votes) {
    if (!standing.has(statementId)) continue;
    votedOn.add(statementId);
    const ballot = ballots.get(voter);
    if (ballot) ballot.set(statementId, valueOf[choice]);
    else ballots.set(voter, new Map([[statementId, valueOf[choice]]]));
  }
  const columns = statements.map(({ id }) => id).filter((id) => votedOn.has(id));
  const needed = Math.min(votesToBePlaced, columns.length);
  const participants = [...ballots.keys()].filter((voter) => ballots.get(voter)!.size >= needed).sort();
  const columnOf = new Map(columns.map((id, index) => [id, index]));
  return { participants, statements: columns, rows: participants.map((voter) => rowOf(ballots.get(voter)!, columnOf)) };
}

function rowOf(ballot: ReadonlyMap<string, number>, columnOf: ReadonlyMap<string, number>): MatrixRow {
  const cells = Array.from(ballot, ([statementId, value]) => ({ column: columnOf.get(statementId)!, value })).sort((a, b) => a.column - b.column);
  return { columns: Int32Array.from(cells, ({ column }) => column), values: Float64Array.from(cells, ({ value }) => value) };
}
