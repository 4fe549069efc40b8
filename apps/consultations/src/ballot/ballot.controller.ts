import { Controller, Inject } from '@nestjs/common';
import {
  assuranceIn,
  castPollBallot,
  castStatementVote,
  type Accepted,
  type BallotEvent,
  type CastPollBallot,
  type CastStatementVote,
  type CommandContext,
  type CommandMessage,
  type Recorded,
} from '@isegoria/contracts';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../clock';
import { Facts } from '../facts';
import { ballotDecider, ballotStream, cast, saysTheSame, type CastCommand } from './ballot.decider';

/** Votes on statements and ballots in polls: the busiest way through the platform, so that a first vote reads nothing. */
@Controller()
export class BallotController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(SubjectKeys) private readonly subjectKeys: SubjectKeys,
    @Inject(ReceiptSigner) private readonly receipts: ReceiptSigner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, ballotDecider);
  }

  @Handles(castStatementVote)
  async castStatementVote({ command, context }: CommandMessage<CastStatementVote>): Promise<Accepted> {
    const now = this.clock();
    const actor = signedIn(context);
    const { consultationId, statementId, choice } = command;
    const voter = await this.subjectKeys.pseudonym(actor.accountId, consultationId);
    const imported = context.imported !== undefined;
    return this.facts.decide({ consultationId, statementId }, (facts) => {
      const assurance = assuranceIn(actor, facts.consultation?.publishedAt);
      return this.cast(
        { type: 'CastStatementVote', consultationId, statementId, voter, choice, assurance, now, imported, ...facts },
        statementId,
        context,
      );
    });
  }

  @Handles(castPollBallot)
  async castPollBallot({ command, context }: CommandMessage<CastPollBallot>): Promise<Accepted> {
    const now = this.clock();
    const actor = signedIn(context);
    const { consultationId, options } = command;
    const voter = await this.subjectKeys.pseudonym(actor.accountId, consultationId);
    return this.facts.decide({ consultationId }, ({ consultation }) => {
      const assurance = assuranceIn(actor, consultation?.publishedAt);
      return this.cast({ type: 'CastPollBallot', consultationId, consultation, voter, options, assurance, now }, consultationId, context);
    });
  }

  private async cast(command: CastCommand, id: string, context: CommandContext): Promise<Accepted> {
    const stream = ballotStream(command.consultationId, command.voter);
    const metadata = metadataOf(context, command.now);
    const { events, position, history = [] } = await this.handle(stream, command, { commandId: context.commandId, metadata });
    const recorded = events[0] ?? earlier(history, command);
    return { id, position, receipt: this.receipts.receiptFor(recorded) };
  }
}

/** The event that recorded a choice which is now cast again and so changed nothing. */
function earlier(history: readonly Recorded<BallotEvent>[], command: CastCommand): Recorded<BallotEvent> {
  const again = cast(command);
  const recorded = history.findLast((event) => saysTheSame(event, again));
  if (!recorded) throw new Error('A ballot that changed nothing is not in the log.');
  return recorded;
}
