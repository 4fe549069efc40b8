import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Intake, type SaidThing } from '@isegoria/service-host';
import { inGeneral, type QuestionAsked } from '../question.contract';
import { questionDecider, questionStream } from '../question.decider';
import { editQuestion, withdrawQuestion, type EditQuestion, type WithdrawQuestion } from './own-question.contract';

/** What people do with questions of their own. */
@Controller()
export class OwnQuestionController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Intake) private readonly intake: Intake,
  ) {
    this.handle = commandHandler(store, questionDecider);
  }

  @Handles(editQuestion)
  edit({ command: { questionId, text }, context }: CommandMessage<EditQuestion>): Promise<Accepted> {
    return this.intake.reword(context, text, own(questionId), (reworded, delivery) =>
      this.handle(questionStream(questionId), { type: 'EditQuestion', questionId, ...reworded }, delivery),
    );
  }

  @Handles(withdrawQuestion)
  withdraw({ command: { questionId }, context }: CommandMessage<WithdrawQuestion>): Promise<Accepted> {
    return this.intake.withdraw(context, own(questionId), (by, delivery) =>
      this.handle(questionStream(questionId), { type: 'WithdrawQuestion', questionId, ...by }, delivery),
    );
  }
}

function own(questionId: string): SaidThing<QuestionAsked> {
  const pseudonymIn = ({ consultationId }: QuestionAsked['data']) => consultationId ?? inGeneral;
  return { id: questionId, stream: questionStream(questionId), pseudonymIn, missing: 'QUESTION_NOT_FOUND', now: new Date() };
}
