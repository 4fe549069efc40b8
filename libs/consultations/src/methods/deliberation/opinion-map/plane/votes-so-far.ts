import type { Rows } from './principal-plane';
import type { VoteMatrix } from './vote-matrix';

/** The votes up to a place in the log: of each person on the map, the first so many. */
export class VotesSoFar implements Rows {
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Int8Array;
  /** How many of a person's votes are taken. */
  readonly lengths: Int32Array;
  /** Those and the votes on rejected statements. */
  private readonly cast: Int32Array;
  private next = 0;

  constructor(readonly matrix: VoteMatrix) {
    [this.width, this.starts, this.columns, this.values] = [matrix.statements.length, matrix.starts, matrix.columns, matrix.values];
    this.lengths = new Int32Array(matrix.participants.length);
    this.cast = new Int32Array(matrix.participants.length);
  }

  /** Takes the votes up to the nth of all. @param place not less than before */
  advance(place: number): void {
    const { places, people } = this.matrix.order;
    for (; this.next < places.length && places[this.next]! <= place; this.next++) {
      const person = people[this.next]!;
      this.cast[person < 0 ? ~person : person]! += 1;
      if (person >= 0) this.lengths[person]! += 1;
    }
  }

  /** Statements that somebody on the map voted on by then. */
  statements(): number {
    const { starts, columns } = this.matrix;
    const seen = new Set<number>();
    this.lengths.forEach((length, person) => {
      for (let vote = starts[person]!; vote < starts[person]! + length; vote++) seen.add(columns[vote]!);
    });
    return seen.size;
  }

  /** Those who had cast votes enough by then, in order. */
  placed(): Int32Array {
    return Int32Array.from(this.lengths.keys()).filter((person) => this.cast[person]! >= this.matrix.needed && this.lengths[person]! > 0);
  }
}

/** The places in the log at which the groups are looked for anew: 1, 2 ... 19, 20, 22, 24, each a tenth further than the one before. */
export function* stepsUpTo(votes: number): Generator<number> {
  for (let place = 1; place <= votes; place += Math.max(1, Math.floor(place / 10))) yield place;
}
