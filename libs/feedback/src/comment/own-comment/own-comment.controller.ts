import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Intake, type SaidThing } from '@isegoria/service-host';
import type { CommentSubmitted } from '../comment.contract';
import { commentDecider, commentStream } from '../comment.decider';
import { editComment, withdrawComment, type EditComment, type WithdrawComment } from './own-comment.contract';

/** What people do with comments of their own. */
@Controller()
export class OwnCommentController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Intake) private readonly intake: Intake,
  ) {
    this.handle = commandHandler(store, commentDecider);
  }

  @Handles(editComment)
  edit({ command: { commentId, text }, context }: CommandMessage<EditComment>): Promise<Accepted> {
    return this.intake.reword(context, text, own(commentId), (reworded, delivery) =>
      this.handle(commentStream(commentId), { type: 'EditComment', commentId, ...reworded }, delivery),
    );
  }

  @Handles(withdrawComment)
  withdraw({ command: { commentId }, context }: CommandMessage<WithdrawComment>): Promise<Accepted> {
    return this.intake.withdraw(context, own(commentId), (by, delivery) =>
      this.handle(commentStream(commentId), { type: 'WithdrawComment', commentId, ...by }, delivery),
    );
  }
}

function own(commentId: string): SaidThing<CommentSubmitted> {
  const pseudonymIn = ({ consultationId }: CommentSubmitted['data']) => consultationId;
  return { id: commentId, stream: commentStream(commentId), pseudonymIn, missing: 'NOT_FOUND', now: new Date() };
}
