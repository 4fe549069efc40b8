import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { assuranceIn, type Accepted, type Actor, type CommandContext } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { Origins } from '../ballot-exclusion/origin/origins.service';
import { CLOCK, type Clock } from '../clock.service';
import { Facts, type ActivityFacts } from '../facts.service';
import { HiddenBallots } from '../hidden-results/hidden-ballots.service';
import { ballotDecider, ballotStream, type CastCommand } from './ballot.decider';

interface About {
  readonly activityId: string;
  readonly statementId?: string;
}
/** What a method adds to who casts, where and when. */
type Choice = Omit<CastCommand, 'consultation' | 'consultationId' | 'activity' | 'activityId' | 'voter' | 'assurance' | 'now' | 'hiding'>;

/** Casting, by any method. This is the busiest path through the platform, so a first vote reads nothing. */
@Injectable()
export class Ballots {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(SubjectKeys) private readonly subjectKeys: SubjectKeys,
    @Inject(ReceiptSigner) private readonly receipts: ReceiptSigner,
    @Inject(Origins) private readonly origins: Origins,
    @Inject(HiddenBallots) private readonly hidden: HiddenBallots,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, ballotDecider);
  }

  /** @param choice what the command of the method says, given what is known about its subject */
  async cast(context: CommandContext, about: About, choice: (facts: ActivityFacts) => Choice): Promise<Accepted> {
    const now = this.clock();
    const actor: Actor = signedIn(context);
    const { activityId } = about;
    return this.facts.inActivity(about, async (facts) => {
      const { activity, consultation } = facts;
      const { consultationId } = activity;
      const voter = await this.subjectKeys.pseudonym(actor.accountId, consultationId);
      const assurance = assuranceIn(actor, consultation.publishedAt);
      const hiding = await this.hidden.keysFor(activityId, activity);
      const here = { hiding, consultationId, consultation, activityId, activity, voter, assurance, now };
      return this.record({ ...choice(facts), ...here }, about, context);
    });
  }

  private async record(command: CastCommand, { activityId, statementId }: About, context: CommandContext): Promise<Accepted> {
    const stream = ballotStream(activityId, command.voter);
    const { events, position } = await this.handle(stream, command, deliveryOf(context, command.now));
    this.origins.note({ activityId, voter: command.voter, origin: context.originClass, on: command.now });
    return { id: statementId ?? activityId, position, receipt: this.receipts.receiptFor(events[0]!) };
  }
}
