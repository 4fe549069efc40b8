import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, fold } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandContext, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import type { QuestionEvent } from '../question.contract';
import { questionDecider, questionStream } from '../question.decider';
import { hideQuestion, restoreQuestion, type HideQuestion, type RestoreQuestion } from './hiding.contract';

/** What moderators do with questions. */
@Controller()
export class HideQuestionController {
  private readonly handle;

  constructor(@Inject(EventStore) private readonly store: EventStore) {
    this.handle = commandHandler(store, questionDecider);
  }

  @Handles(hideQuestion)
  hide({ command, context }: CommandMessage<HideQuestion>): Promise<Accepted> {
    return this.decide('HideQuestion', command, context);
  }

  @Handles(restoreQuestion)
  restore({ command, context }: CommandMessage<RestoreQuestion>): Promise<Accepted> {
    return this.decide('RestoreQuestion', command, context);
  }

  private async decide(type: 'HideQuestion' | 'RestoreQuestion', command: HideQuestion, context: CommandContext): Promise<Accepted> {
    const { questionId } = command;
    const stream = questionStream(questionId);
    const question = fold(questionDecider, await this.store.readStream<QuestionEvent>(stream));
    if (!question) throw new Rejection('QUESTION_NOT_FOUND');
    const decision = { ...command, type, actor: signedIn(context), unit: question.unit };
    return acceptedAs(questionId, await this.handle(stream, decision, deliveryOf(context)));
  }
}
