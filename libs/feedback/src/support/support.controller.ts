import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler, fold } from '@isegoria/event-sourcing';
import { Rejection, assuranceIn, refusalOf, type Accepted, type CommandContext, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import type { CommentEvent } from '../comment/comment.contract';
import { commentDecider, commentStream, mustBeShown } from '../comment/comment.decider';
import { PublishedConsultations } from '../published-consultations.service';
import { inGeneral, type QuestionEvent } from '../question/question.contract';
import { mustTakeSupport, questionDecider, questionStream } from '../question/question.decider';
import { supportComment, supportQuestion, type SupportComment, type SupportQuestion } from './support.contract';
import { supportDecider, supportStream, type CastSupport } from './support.decider';

/** What is supported, and the log position since which a credential must not have been reissued. */
interface About extends Omit<CastSupport, 'supporter' | 'assurance'> {
  readonly since: number;
}

/** Support for what others wrote. */
@Controller()
export class SupportController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PublishedConsultations) private readonly published: PublishedConsultations,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(ReceiptSigner) private readonly receipts: ReceiptSigner,
  ) {
    this.handle = commandHandler(store, supportDecider);
  }

  @Handles(supportComment)
  async comment({ command, context }: CommandMessage<SupportComment>): Promise<Accepted> {
    const { commentId, supports } = command;
    const comment = fold(commentDecider, await this.store.readStream<CommentEvent>(commentStream(commentId)));
    if (!comment) throw new Rejection('NOT_FOUND');
    const { consultationId, author } = comment;
    const refused = refusalOf(() => mustBeShown(comment));
    const { publishedAt } = await this.published.mustInclude(consultationId);
    const about = { item: 'comment', itemId: commentId, consultationId, author, refused, supports } as const;
    return this.cast({ ...about, since: publishedAt }, context);
  }

  @Handles(supportQuestion)
  async question({ command, context }: CommandMessage<SupportQuestion>): Promise<Accepted> {
    const { questionId, supports } = command;
    const history = await this.store.readStream<QuestionEvent>(questionStream(questionId));
    const question = fold(questionDecider, history);
    if (!question) throw new Rejection('QUESTION_NOT_FOUND');
    const { consultationId, author } = question;
    const refused = refusalOf(() => mustTakeSupport(question));
    const about = { item: 'question', itemId: questionId, consultationId, author, refused, supports } as const;
    if (consultationId === null) return this.cast({ ...about, since: history[0]!.position }, context);
    const { publishedAt } = await this.published.mustInclude(consultationId);
    return this.cast({ ...about, since: publishedAt }, context);
  }

  private async cast({ since, ...about }: About, context: CommandContext): Promise<Accepted> {
    const actor = signedIn(context);
    const supporter = await this.keys.pseudonym(actor.accountId, about.consultationId ?? inGeneral);
    const support = { ...about, supporter, assurance: assuranceIn(actor, since) };
    const stream = supportStream(about.itemId, supporter);
    const { events, position } = await this.handle(stream, support, deliveryOf(context));
    return { id: about.itemId, position, ...(events[0] && { receipt: this.receipts.receiptFor(events[0]) }) };
  }
}
