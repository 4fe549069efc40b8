import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { needsReview } from '@isegoria/service-host';
import { activityStream } from '../../../activity/activity.decider';
import { CLOCK, type Clock } from '../../../clock.service';
import { Facts } from '../../../facts.service';
import { correctQuestionnaire, type CorrectQuestionnaire } from './questionnaire-correction.contract';
import { questionnaireCorrection } from './questionnaire-correction.decider';

@Controller()
export class QuestionnaireCorrectionController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, questionnaireCorrection);
  }

  @Handles(correctQuestionnaire)
  correct({ command, context }: CommandMessage<CorrectQuestionnaire>): Promise<Accepted> {
    const now = this.clock();
    const actor = signedIn(context);
    return this.facts.inActivity(command, async ({ consultation }) => {
      const unit = { needsReview: await needsReview(this.store, consultation.unit) };
      const asked = { type: 'CorrectQuestionnaire' as const, ...command, ...unit, consultation, actor, now };
      const handled = await this.handle(activityStream(command.activityId), asked, deliveryOf(context, now));
      return acceptedAs(command.activityId, handled);
    });
  }
}
