import type { VoteChoice } from '../statement-vote.contract';
import type { StatementStatus } from '../statement.contract';

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

/** A person must have voted on this many statements to be placed (on all, if there are fewer). */
export const votesToBePlaced = 7;

/**
 * The matrix that the map is made of: rejected statements and those that nobody voted on are left out, and so are people with fewer
 * votes than it takes to be placed. Participants are ordered by pseudonym (UTF-16 code units), statements by submission.
 */
export function voteMatrixOf(votes: Iterable<MapVote>, statements: readonly MapStatement[]): VoteMatrix {
  const ballots = new Map<string, Map<string, number>>();
  for (const { voter, statementId, choice } of votes) {
    const ballot = ballots.get(voter);
    if (ballot) ballot.set(statementId, valueOf[choice]);
    else ballots.set(voter, new Map([[statementId, valueOf[choice]]]));
  }
  const builder = new VoteMatrixBuilder(statements);
  for (const voter of [...ballots.keys()].sort()) {
    for (const [statementId, value] of ballots.get(voter)!) builder.add(voter, statementId, value);
  }
  return builder.matrix();
}

/** Makes the matrix of votes that come in the order of their voters: three bytes a vote, and an entry a person. */
export class VoteMatrixBuilder {
  private readonly numberOf = new Map<string, number>();
  private readonly voters: string[] = [];
  /** Where the votes of each voter begin. */
  private readonly begins: number[] = [];
  private columns: Uint16Array | Uint32Array = new Uint16Array(1024);
  private values = new Int8Array(1024);
  private count = 0;

  constructor(private readonly statements: readonly MapStatement[]) {
    statements.forEach(({ id, status }, number) => status !== 'rejected' && this.numberOf.set(id, number));
    if (statements.length > 0xffff) this.columns = new Uint32Array(1024);
  }

  /** @param voter the same as before or one that comes after it (UTF-16 code units); has one vote on a statement at most */
  add(voter: string, statementId: string, value: number): void {
    const number = this.numberOf.get(statementId);
    if (number === undefined) return;
    if (this.voters.at(-1) !== voter) {
      this.voters.push(voter);
      this.begins.push(this.count);
    }
    if (this.count === this.columns.length) {
      this.columns = grown(this.columns);
      this.values = grown(this.values);
    }
    this.columns[this.count] = number;
    this.values[this.count] = value;
    this.count += 1;
  }

  matrix(): VoteMatrix {
    const votedOn = new Uint8Array(this.statements.length);
    for (let index = 0; index < this.count; index++) votedOn[this.columns[index]!] = 1;
    const kept = this.statements.flatMap((_, number) => (votedOn[number] ? [number] : []));
    const columnOf = new Int32Array(this.statements.length);
    kept.forEach((number, column) => (columnOf[number] = column));
    const needed = Math.min(votesToBePlaced, kept.length);
    const placed = this.voters.flatMap((_, person) => (this.votesOf(person) >= needed ? [person] : []));
    return {
      participants: placed.map((person) => this.voters[person]!),
      statements: kept.map((number) => this.statements[number]!.id),
      rows: this.rowsOf(placed, columnOf),
    };
  }

  /** All rows are parts of two arrays: two small objects a person, and none a vote. */
  private rowsOf(people: readonly number[], columnOf: Int32Array): MatrixRow[] {
    const size = people.reduce((sum, person) => sum + this.votesOf(person), 0);
    const [columns, values] = [new Int32Array(size), new Float64Array(size)];
    let to = 0;
    return people.map((person) => {
      const [from, begin] = [to, this.begins[person]!];
      const order = Array.from({ length: this.votesOf(person) }, (_, index) => begin + index).sort(
        (a, b) => this.columns[a]! - this.columns[b]!,
      );
      for (const index of order) {
        columns[to] = columnOf[this.columns[index]!]!;
        values[to] = this.values[index]!;
        to += 1;
      }
      return { columns: columns.subarray(from, to), values: values.subarray(from, to) };
    });
  }

  private votesOf(person: number): number {
    return (this.begins[person + 1] ?? this.count) - this.begins[person]!;
  }
}

function grown<Numbers extends Uint16Array | Uint32Array | Int8Array>(numbers: Numbers): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
