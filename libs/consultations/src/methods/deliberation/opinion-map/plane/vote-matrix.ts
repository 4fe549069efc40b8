import type { VoteChoice } from '../../vote/statement-vote.contract';
import type { StatementStatus } from '../../statement/statement.contract';

/** A vote as the log has it; of several by one person on one statement, the last counts, in the place of the first. */
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

/** The votes on the map, person by person; within a person in the order of the log. Only votes that were cast are held. */
export interface VoteMatrix {
  /** In the order of their first votes. */
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  /** Where the votes of each person begin; one more entry ends the last. */
  readonly starts: Int32Array;
  /** The index of a vote's statement, and agree 1, disagree -1, pass 0. */
  readonly columns: Int32Array;
  readonly values: Int8Array;
  readonly order: VoteOrder;
  /** Votes that anybody cast on anything. */
  readonly votes: number;
  /** How many votes a person needs. */
  readonly needed: number;
  /** People who cast a vote and are not on the map: with fewer votes than that, or with all of them on rejected statements. */
  readonly unplaced: { readonly tooFewVotes: number; readonly onlyOnRejected: number };
}

/** The votes of those who are on the map in the order of the log, those on rejected statements among them. */
export interface VoteOrder {
  /** Which of all votes it is, from 1. */
  readonly places: Int32Array;
  /** Whose it is; `~person` if it is on a rejected statement. */
  readonly people: Int32Array;
}

export const valueOf: Readonly<Record<VoteChoice, number>> = { agree: 1, disagree: -1, pass: 0 };

/** A person must have voted on this many statements to be placed (on all, if there are fewer), rejected ones among them. */
export const votesToBePlaced = 7;

/** The votes that a person must have cast. @param votedOn statements with a vote, whatever became of them */
export function votesNeeded(votedOn: number): number {
  return Math.min(votesToBePlaced, votedOn);
}

/** The matrix that the map is made of. @param votes in the order of the log */
export function voteMatrixOf(votes: Iterable<MapVote>, statements: readonly MapStatement[]): VoteMatrix {
  const known = new Set(statements.map(({ id }) => id));
  const ballots = new Map<string, Map<string, number>>();
  const cast: { voter: string; statementId: string }[] = [];
  for (const { voter, statementId, choice } of votes) {
    if (!known.has(statementId)) continue;
    const ballot = ballots.get(voter) ?? new Map<string, number>();
    if (!ballot.has(statementId)) cast.push({ voter, statementId });
    ballots.set(voter, ballot.set(statementId, valueOf[choice]));
  }
  const needed = votesNeeded(new Set(cast.map(({ statementId }) => statementId)).size);
  const builder = new VoteMatrixBuilder(statements, needed);
  for (const { voter, statementId } of cast) {
    const ballot = ballots.get(voter)!;
    builder.add(ballot.size >= needed ? voter : null, statementId, ballot.get(statementId)!);
  }
  return builder.matrix(ballots.size);
}

/** Makes the matrix of votes that come in the order of the log: some ten bytes a vote, and an entry a person. */
export class VoteMatrixBuilder {
  private readonly numberOf = new Map<string, number>();
  private readonly voters = new Map<string, number>();
  private readonly votedOn: Uint8Array;
  private places = new Int32Array(1024);
  private people = new Int32Array(1024);
  private numbers = new Int32Array(1024);
  private values = new Int8Array(1024);
  private votes = 0;
  private kept = 0;

  constructor(
    private readonly statements: readonly MapStatement[],
    private readonly needed: number,
  ) {
    statements.forEach(({ id }, number) => this.numberOf.set(id, number));
    this.votedOn = new Uint8Array(statements.length);
  }

  /**
   * @param voter null for somebody with too few votes to be placed, whose votes are only counted
   * @param statementId one of the deliberation's, which this person has not voted on before
   */
  add(voter: string | null, statementId: string, value: number): void {
    const number = this.numberOf.get(statementId)!;
    this.votes += 1;
    this.votedOn[number] = 1;
    if (voter === null) return;
    if (this.kept === this.places.length) this.grow();
    const person = this.voters.get(voter) ?? this.voters.size;
    this.voters.set(voter, person);
    this.places[this.kept] = this.votes;
    this.people[this.kept] = person;
    this.numbers[this.kept] = number;
    this.values[this.kept] = value;
    this.kept += 1;
  }

  /** @param everybody people who cast a vote that counts */
  matrix(everybody: number): VoteMatrix {
    const columnOf = new Int32Array(this.statements.length).fill(-1);
    const statements: string[] = [];
    this.statements.forEach(({ id, status }, number) => {
      if (status !== 'rejected' && this.votedOn[number]) columnOf[number] = statements.push(id) - 1;
    });
    const lengths = new Int32Array(this.voters.size);
    this.forEachVote((vote, person) => columnOf[this.numbers[vote]!]! >= 0 && (lengths[person]! += 1));
    const rowOf = new Int32Array(this.voters.size).fill(-1);
    const starts = [0];
    const participants = [...this.voters.keys()].filter((_, person) => {
      if (lengths[person] === 0) return false;
      rowOf[person] = starts.push(starts.at(-1)! + lengths[person]!) - 2;
      return true;
    });
    return {
      participants,
      statements,
      ...this.rows(Int32Array.from(starts), rowOf, columnOf),
      votes: this.votes,
      needed: this.needed,
      unplaced: { tooFewVotes: everybody - this.voters.size, onlyOnRejected: this.voters.size - participants.length },
    };
  }

  private rows(starts: Int32Array, rowOf: Int32Array, columnOf: Int32Array): Pick<VoteMatrix, 'starts' | 'columns' | 'values' | 'order'> {
    const size = starts.at(-1)!;
    const [columns, values, next] = [new Int32Array(size), new Int8Array(size), starts.slice()];
    const people = new Int32Array(this.kept);
    this.forEachVote((vote, person) => {
      const [row, column] = [rowOf[person]!, columnOf[this.numbers[vote]!]!];
      people[vote] = column < 0 ? ~row : row;
      if (column < 0) return;
      const to = next[row]!++;
      columns[to] = column;
      values[to] = this.values[vote]!;
    });
    // Of people whose votes are all on rejected statements (row -1, so ~row is 0) nothing is kept.
    const isOnMap = (vote: number) => rowOf[this.people[vote]!]! >= 0;
    return {
      starts,
      columns,
      values,
      order: {
        places: this.places.slice(0, this.kept).filter((_, vote) => isOnMap(vote)),
        people: people.filter((_, vote) => isOnMap(vote)),
      },
    };
  }

  private forEachVote(visit: (vote: number, person: number) => void): void {
    for (let vote = 0; vote < this.kept; vote++) visit(vote, this.people[vote]!);
  }

  private grow(): void {
    const longer = <Numbers extends Int32Array | Int8Array>(numbers: Numbers): Numbers => {
      const larger = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
      larger.set(numbers);
      return larger;
    };
    [this.places, this.people, this.numbers] = [longer(this.places), longer(this.people), longer(this.numbers)];
    this.values = longer(this.values);
  }
}
