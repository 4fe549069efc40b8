import { Inject, Injectable } from '@nestjs/common';
import {
  assuranceIn,
  type Accepted,
  type Actor,
  type AssuranceLevel,
  type CommandContext,
} from '@isegoria/contracts';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { metadataOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../clock';
import { Facts, type KnownFacts } from '../facts';
import { ballotDecider, ballotStream, type CastCommand } from './ballot.decider';

interface About {
  readonly consultationId: string;
  readonly statementId?: string;
}
/** What a method adds to who casts, where and when. */
type Choice = Omit<CastCommand, 'consultation' | 'consultationId' | 'voter' | 'assurance' | 'now'>;

/** Casting by whatever method: the busiest way through the platform, so that a first vote reads nothing. */
@Injectable()
export class Ballots {
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

  /** @param choice what the command of the method says, given what is known of what it is about */
  async cast(context: CommandContext, about: About, choice: (facts: KnownFacts) => Choice): Promise<Accepted> {
    const now = this.clock();
    const actor: Actor = signedIn(context);
    const { consultationId } = about;
    const voter = await this.subjectKeys.pseudonym(actor.accountId, consultationId);
    return this.facts.decide(about, (facts) => {
      const { consultation } = facts;
      const assurance: AssuranceLevel = assuranceIn(actor, consultation?.publishedAt);
      return this.record({ ...choice(facts), consultationId, consultation, voter, assurance, now }, about, context);
    });
  }

  private async record(command: CastCommand, { consultationId, statementId }: About, context: CommandContext): Promise<Accepted> {
    const stream = ballotStream(consultationId, command.voter);
    const metadata = metadataOf(context, command.now);
    const { events, position } = await this.handle(stream, command, { commandId: context.commandId, metadata });
    return { id: statementId ?? consultationId, position, receipt: this.receipts.receiptFor(events[0]!) };
  }
}
