import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { CLOCK, type Clock } from '../../../../clock.service';
import { Facts } from '../../../../facts.service';
import { decideOnText, type DecideOnText } from '../written-text.contract';
import { textDecider, textStream } from './written-text.decider';

/** What moderators decide about texts of surveys. The gateway has looked that there is such a text: the service opens no answers. */
@Controller()
export class WrittenTextController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, textDecider);
  }

  @Handles(decideOnText)
  decide({ command, context }: CommandMessage<DecideOnText>): Promise<Accepted> {
    const { activityId, text } = command;
    const actor = signedIn(context);
    const delivery = deliveryOf(context, this.clock());
    return this.facts.inActivity({ activityId }, async ({ activity, consultation }) => {
      const decision = { ...command, actor, activity, consultation };
      return acceptedAs(activityId, await this.handle(textStream(activityId, text), decision, delivery));
    });
  }
}
