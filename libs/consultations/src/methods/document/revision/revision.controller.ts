import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
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
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, revisionDecider);
  }

  @Handles(reviseDocument)
  async revise({ command, context }: CommandMessage<ReviseDocument>): Promise<Accepted> {
    const { activityId, follows = [] } = command;
    const asked = { ...command, actor: signedIn(context), statements: await this.facts.statementsNow(follows) };
    const delivery = deliveryOf(context, this.clock());
    const handled = await this.facts.inActivity({ activityId }, (facts) =>
      this.handle(paperStream(activityId), { ...asked, ...facts, statements: asked.statements }, delivery),
    );
    // Whoever is told that a version stands can write to it at once.
    await this.facts.paperNow(activityId);
    return acceptedAs(activityId, handled);
  }
}
