import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { filesIn } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../clock.service';
import { Facts } from '../facts.service';
import { publishOfficialAnswer, type PublishOfficialAnswer } from './official-answer.contract';
import { idOfNamed, officialAnswerDecider, officialAnswerStream } from './official-answer.decider';

/** What an office answers to what came in; each answer has a stream of its own, so that officials who answer side by side never wait. */
@Controller()
export class OfficialAnswerController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, officialAnswerDecider);
  }

  @Handles(publishOfficialAnswer)
  async answer({ command, context }: CommandMessage<PublishOfficialAnswer>): Promise<Accepted> {
    const { activityId, about } = command;
    const { question, paragraph, ...said } = command;
    for (const [kind, name] of Object.entries({ question, paragraph }))
      if ((about === kind) !== (name !== undefined))
        throw new Rejection('VALIDATION_FAILED', { field: kind, params: { constraint: name ? 'other' : 'isMissing' } });
    if (said.textVersion !== undefined && about !== 'paragraph')
      throw new Rejection('VALIDATION_FAILED', { field: 'textVersion', params: { constraint: 'doesNotFit' } });
    const name = question ?? paragraph;
    const aboutId = about === 'question' || about === 'paragraph' ? idOfNamed(activityId, about, name!) : command.aboutId;
    const now = this.clock();
    const delivery = deliveryOf(context, now);
    const named = name === undefined ? {} : { named: name };
    const asked = { ...said, aboutId, ...named, ...(await filesIn(this.store, command)), actor: signedIn(context), now };
    const statementId = about === 'statement' ? aboutId : undefined;
    return this.facts.inActivity({ activityId, statementId }, async (facts) => {
      const handled = await this.handle(officialAnswerStream(aboutId), { ...asked, ...facts }, delivery);
      return acceptedAs(aboutId, handled);
    });
  }
}
