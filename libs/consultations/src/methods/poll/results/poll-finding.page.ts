import type { ActivityResults } from '../../../results/results.contract';
import { lotsFound, nobodyIn, whenClosed, type Found } from '../../choices/results/found.page';

/** What came out of a poll; a tie is said, and by which rule it was decided. */
export function foundInPoll(results: ActivityResults): Found[] {
  const { options, participants: people, firstByLot, lots } = results;
  const when = whenClosed(results);
  const [first, second] = [...options].sort((one, other) => other.votes - one.votes);
  if (!first || first.votes === 0) return [nobodyIn(results)];
  const found = { values: { count: first.votes, people }, shares: { share: first.votes / Math.max(1, people) } };
  if (first.votes !== second?.votes) return [{ says: `poll.finding${when}`, options: { option: first.text }, ...found }];
  const drawn = options.find(({ id }) => id === firstByLot);
  const rule: Found = drawn ? { says: `poll.findingByLot${when}`, options: { option: drawn.text } } : { says: 'poll.findingNoRule' };
  const tied = options.filter(({ votes }) => votes === first.votes);
  return [{ says: `poll.findingLevel${when}`, lists: { tied }, ...found }, rule, ...(drawn ? lotsFound(options, lots) : [])];
}
