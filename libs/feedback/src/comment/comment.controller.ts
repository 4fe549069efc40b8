import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, fold } from '@isegoria/event-sourcing';
import { Rejection, assuranceIn, type Accepted, type CommandContext, type CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn, deliveryOf } from '@isegoria/messaging';
import { Intake } from '@isegoria/service-host';
import { PublishedConsultations } from '../published-consultations.service';
import { submitComment, type CommentEvent, type SubmitComment } from './comment.contract';
import { hideComment, restoreComment, type HideComment, type RestoreComment } from './hiding/hiding.contract';
import { commentDecider, commentStream, type CommentState } from './comment.decider';

/** What people say about a consultation in their own words. */
@Controller()
export class CommentController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PublishedConsultations) private readonly published: PublishedConsultations,
    @Inject(Intake) private readonly intake: Intake,
  ) {
    this.handle = commandHandler(store, commentDecider);
  }

  @Handles(submitComment)
  async submit({ command, context }: CommandMessage<SubmitComment>): Promise<Accepted> {
    const { consultationId, text: words, inReplyTo } = command;
    const { publishedAt } = await this.published.mustInclude(consultationId);
    const reply = inReplyTo === undefined ? {} : { inReplyTo: { commentId: inReplyTo, state: await this.known(inReplyTo) } };
    const assurance = assuranceIn(signedIn(context), publishedAt);
    const said = { text: words, kind: 'comment', streamOf: commentStream, pseudonymIn: consultationId, assurance, now: new Date() };
    return this.intake.take(context, said, ({ id, ...contribution }, delivery) =>
      this.handle(commentStream(id), { type: 'SubmitComment', commentId: id, consultationId, ...reply, ...contribution }, delivery),
    );
  }

  @Handles(hideComment)
  hide({ command, context }: CommandMessage<HideComment>): Promise<Accepted> {
    return this.decide('HideComment', command, context);
  }

  @Handles(restoreComment)
  restore({ command, context }: CommandMessage<RestoreComment>): Promise<Accepted> {
    return this.decide('RestoreComment', command, context);
  }

  private async decide(type: 'HideComment' | 'RestoreComment', command: HideComment, context: CommandContext): Promise<Accepted> {
    const { commentId } = command;
    const decision = { ...command, type, actor: signedIn(context), unit: await this.unitOf(commentId) };
    return acceptedAs(commentId, await this.handle(commentStream(commentId), decision, deliveryOf(context)));
  }

  /** That of the consultation: a comment has none of its own. @throws Rejection NOT_FOUND */
  private async unitOf(commentId: string): Promise<string> {
    const comment = await this.known(commentId);
    if (!comment) throw new Rejection('NOT_FOUND');
    return (await this.published.mustInclude(comment.consultationId)).unit;
  }

  private async known(commentId: string): Promise<CommentState | undefined> {
    return fold(commentDecider, await this.store.readStream<CommentEvent>(commentStream(commentId)));
  }
}
