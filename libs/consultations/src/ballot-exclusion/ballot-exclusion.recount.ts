import { leafRule, rule, ruleBook, type ActsInWords, type Judged, type JudgedLeaf, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { KnownActivities } from '../activity/audit/activity-facts.recount';
import type { BallotExcluded, BallotReinstated } from './ballot-exclusion.contract';

export const actsOfExclusions: ActsInWords<BallotExcluded | BallotReinstated> = {
  BallotExcluded: ({ voter, by, reason }) => `ballot of ${voter} left out of the counts by account ${by}: "${reason}"`,
  BallotReinstated: ({ voter, by, reason }) => `ballot of ${voter} put back into the counts by account ${by}: "${reason}"`,
};

/** The streams of the ballots that are left out; few. */
export class ExcludedBallots {
  private readonly streams = new Set<string>();

  has(stream: string): boolean {
    return this.streams.has(stream);
  }

  rules(activities: KnownActivities): RuleBook {
    const cast = leafRule(
      'excluded-was-cast',
      'A ballot is left out of the counts once something was cast.',
      ({ revision }) => revision > 0,
    );
    const inItsActivity: Rule<BallotExcluded | BallotReinstated> = rule(
      'exclusion-in-its-activity',
      'A ballot is judged in the activity and consultation where it was cast.',
      ({ data }: Judged<BallotExcluded | BallotReinstated>) => activities.of(data.activityId)?.consultationId === data.consultationId,
    );
    return ruleBook<BallotExcluded | BallotReinstated>({
      BallotExcluded: [
        cast,
        inItsActivity,
        leafRule('excluded-once', 'Only a ballot that counts is left out.', this.isCounted, ({ stream }) => this.streams.add(stream)),
      ],
      BallotReinstated: [
        inItsActivity,
        leafRule(
          'reinstated-once',
          'Only a ballot that is left out is put back.',
          (leaf) => !this.isCounted(leaf),
          ({ stream }) => this.streams.delete(stream),
        ),
      ],
    });
  }

  private readonly isCounted = ({ stream }: JudgedLeaf): boolean => !this.streams.has(stream);
}
