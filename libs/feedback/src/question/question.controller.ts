import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { assuranceIn, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { PublishedConsultations } from '../published-consultations.service';
import { answerQuestion, askQuestion, type AnswerQuestion, type AskQuestion } from './question.contract';
import { questionDecider, questionStream } from './question.decider';

/** The context of pseudonyms for questions to the ministry in general. */
const inGeneral = 'questions';

/** Questions to the ministry and its answers, in public. */
@Controller()
export class QuestionController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(PublishedConsultations) private readonly published: PublishedConsultations,
    @Inject(SubjectKeys) private readonly subjectKeys: SubjectKeys,
    @Inject(ReceiptSigner) private readonly receipts: ReceiptSigner,
  ) {
    this.handle = commandHandler(store, questionDecider);
  }

  @Handles(askQuestion)
  async ask({ command, context }: CommandMessage<AskQuestion>): Promise<Accepted> {
    const actor = signedIn(context);
    const { accountId } = actor;
    const consultationId = command.consultationId ?? null;
    const { commandId: questionId } = context;
    const assurance = consultationId === null ? actor.assurance : assuranceIn(actor, await this.published.mustInclude(consultationId));
    const author = await this.subjectKeys.pseudonym(accountId, consultationId ?? inGeneral);
    const text = {
      sealed: await this.subjectKeys.seal(accountId, consultationId ?? inGeneral, { event: questionId, field: 'text' }, command.text),
    };
    const { events, position } = await this.handle(
      questionStream(questionId),
      { type: 'AskQuestion', questionId, consultationId, author, assurance, text },
      { commandId: questionId, metadata: metadataOf(context, new Date()) },
    );
    return { id: questionId, position, receipt: this.receipts.receiptFor(events[0]!) };
  }

  @Handles(answerQuestion)
  async answer({ command, context }: CommandMessage<AnswerQuestion>): Promise<Accepted> {
    const by = signedIn(context).accountId;
    const { questionId, text } = command;
    const { position } = await this.handle(
      questionStream(questionId),
      { type: 'AnswerQuestion', questionId, by, text },
      { commandId: context.commandId, metadata: metadataOf(context, new Date()) },
    );
    return { id: questionId, position };
  }
}
