import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { assuranceIn, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { PublishedConsultations } from '../published-consultations.service';
import { hideComment, submitComment, type HideComment, type SubmitComment } from './comment.contract';
import { commentDecider, commentStream } from './comment.decider';

/** What people say about a consultation in their own words. */
@Controller()
export class CommentController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(PublishedConsultations) private readonly published: PublishedConsultations,
    @Inject(SubjectKeys) private readonly subjectKeys: SubjectKeys,
    @Inject(ReceiptSigner) private readonly receipts: ReceiptSigner,
  ) {
    this.handle = commandHandler(store, commentDecider);
  }

  @Handles(submitComment)
  async submit({ command, context }: CommandMessage<SubmitComment>): Promise<Accepted> {
    const actor = signedIn(context);
    const { accountId } = actor;
    const { consultationId } = command;
    const { commandId: commentId } = context;
    const assurance = assuranceIn(actor, await this.published.mustInclude(consultationId));
    const author = await this.subjectKeys.pseudonym(accountId, consultationId);
    const text = { sealed: await this.subjectKeys.seal(accountId, consultationId, { event: commentId, field: 'text' }, command.text) };
    const { events, position } = await this.handle(
      commentStream(commentId),
      { type: 'SubmitComment', commentId, consultationId, author, assurance, text },
      { commandId: commentId, metadata: metadataOf(context, new Date()) },
    );
    return { id: commentId, position, receipt: this.receipts.receiptFor(events[0]!) };
  }

  @Handles(hideComment)
  async hide({ command, context }: CommandMessage<HideComment>): Promise<Accepted> {
    const by = signedIn(context).accountId;
    const { commentId, reason } = command;
    const { position } = await this.handle(
      commentStream(commentId),
      { type: 'HideComment', commentId, by, reason },
      { commandId: context.commandId, metadata: metadataOf(context, new Date()) },
    );
    return { id: commentId, position };
  }
}
