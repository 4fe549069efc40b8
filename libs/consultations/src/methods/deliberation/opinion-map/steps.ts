import { groupsOf, type Groups } from './groups/groups';
import { matchedBy } from './groups/overlap';
import { placesOn, planeOf, type Plane } from './plane/principal-plane';
import { stabilityOf } from './groups/stability';
import { VotesSoFar, stepsUpTo } from './plane/votes-so-far';
import type { VoteMatrix } from './plane/vote-matrix';

/** What the last step left behind. */
export interface Standing {
  /** All votes. */
  readonly votes: VotesSoFar;
  readonly plane: Plane;
  readonly groups: Groups;
  /** See `stabilityOf`. */
  readonly certainty: number;
  readonly areClear: boolean;
  /** The letter of each person of the matrix at the last step, -1 of newcomers since. */
  readonly letterOf: Int8Array;
}

/** Groups are shown from the step on at which they are this certain, and until one at which they are less than that. */
const certain = { enough: 0.6, tooLittle: 0.3 } as const;

interface Least {
  readonly participants: number;
  readonly statements: number;
}

/** Goes from step to step through the log; undefined where at no step there were people and statements enough. */
export function standingAfter(matrix: VoteMatrix, least: Least): Standing | undefined {
  const votes = new VotesSoFar(matrix);
  const letterOf = new Int8Array(matrix.participants.length).fill(-1);
  let standing: Omit<Standing, 'votes' | 'letterOf'> | undefined;
  for (const place of stepsUpTo(matrix.votes)) {
    votes.advance(place);
    const people = votes.placed();
    if (people.length < least.participants || votes.statements() < least.statements) continue;
    const plane = planeOf(votes, people, standing?.plane);
    const before = Array.from(people, (person) => (letterOf[person]! < 0 ? undefined : letterOf[person]!));
    const found = groupsOf(placesOn(plane, votes, people), before);
    // Nobody knows the letters of groups that are not shown.
    const groups = standing?.areClear ? found : { ...found, letters: matchedBy(found, []) };
    const certainty = stabilityOf(votes, people, groups);
    standing = { plane, groups, certainty, areClear: certainty >= (standing?.areClear ? certain.tooLittle : certain.enough) };
    for (const [index, person] of people.entries()) letterOf[person] = groups.letters[groups.clusters[index]!]!;
  }
  votes.advance(matrix.votes);
  return standing && { ...standing, votes, letterOf };
}
