import { event, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';
import { ballots, sampleIds } from '../../ballot/ballot.contract';

const { consultationId, voter } = sampleIds;

/** `options` are option ids, in the poll's order, without repeats. */
export type PollBallotCast = DomainEvent<
  'PollBallotCast',
  { consultationId: string; voter: string; options: readonly string[]; assurance: AssuranceLevel }
>;
export const pollBallotCast = event<PollBallotCast>('PollBallotCast', {
  stream: ballots,
  says: 'A ballot in a poll; the last one counts.',
  sample: { consultationId, voter, options: ['1', '2'], assurance: 'attested' },
});
