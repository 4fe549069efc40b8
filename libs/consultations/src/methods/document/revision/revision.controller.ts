import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { needsReview } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../../../clock.service';
import { Facts } from '../../../facts.service';
import { paperStream } from '../paper/paper.decider';
import { reviseDocument, type ReviseDocument } from './revision.contract';
import { revisionDecider } from './revision.decider';

/** Further versions of draft laws and policy papers. */
@Controller()
export class RevisionController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, revisionDecider);
  }

  @Handles(reviseDocument)
  async revise({ command, context }: CommandMessage<ReviseDocument>): Promise<Accepted> {
    const { activityId, follows = [] } = command;
    const now = this.clock();
    const asked = { ...command, actor: signedIn(context), now, statements: await this.facts.statementsNow(follows) };
    const delivery = deliveryOf(context, now);
    const handled = await this.facts.inActivity({ activityId }, async (facts) => {
      const unit = { needsReview: await needsReview(this.store, facts.consultation.unit) };
      return this.handle(paperStream(activityId), { ...asked, ...facts, ...unit, statements: asked.statements }, delivery);
    });
    // Whoever is told that a version stands can write to it at once.
    await this.facts.paperNow(activityId);
    return acceptedAs(activityId, handled);
  }
}
