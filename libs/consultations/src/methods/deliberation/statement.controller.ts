import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, assuranceIn, type Accepted, type CommandContext, type CommandMessage } from '@isegoria/kernel';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../../clock.service';
import { consultationStream } from '../../consultation/consultation.decider';
import { Facts } from '../../facts.service';
import {
  acceptStatement,
  rejectStatement,
  submitStatement,
  type AcceptStatement,
  type RejectStatement,
  type SubmitStatement,
} from './statement-commands.contract';
import { statementDecider, statementStream, type StatementCommand } from './statement.decider';

/** Statements that people add to a deliberation, and what moderators decide on them. */
@Controller()
export class StatementController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(SubjectKeys) private readonly subjectKeys: SubjectKeys,
    @Inject(ReceiptSigner) private readonly receipts: ReceiptSigner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, statementDecider);
  }

  @Handles(submitStatement)
  async submit({ command, context }: CommandMessage<SubmitStatement>): Promise<Accepted> {
    const actor = signedIn(context);
    const { accountId } = actor;
    const { consultationId } = command;
    const { commandId: statementId, imported } = context;
    const now = this.clock();
    await this.mustExist(consultationId);
    const author = await this.subjectKeys.pseudonym(accountId, consultationId);
    const text = { sealed: await this.subjectKeys.seal(accountId, consultationId, { event: statementId, field: 'text' }, command.text) };
    const { events, position } = await this.facts.decide({ consultationId }, ({ consultation }) =>
      this.handle(
        statementStream(statementId),
        {
          type: 'SubmitStatement',
          statementId,
          consultationId,
          consultation,
          author,
          assurance: assuranceIn(actor, consultation?.publishedAt),
          text,
          externalId: command.externalId ?? null,
          imported: imported !== undefined,
          now,
        },
        { commandId: statementId, metadata: metadataOf(context, now) },
      ),
    );
    return { id: statementId, position, receipt: this.receipts.receiptFor(events[0]!) };
  }

  @Handles(acceptStatement)
  accept({ command, context }: CommandMessage<AcceptStatement>): Promise<Accepted> {
    const by = signedIn(context).accountId;
    return this.moderate({ ...command, type: 'AcceptStatement', by }, context);
  }

  @Handles(rejectStatement)
  reject({ command, context }: CommandMessage<RejectStatement>): Promise<Accepted> {
    const by = signedIn(context).accountId;
    return this.moderate({ ...command, type: 'RejectStatement', by }, context);
  }

  private async moderate(command: StatementCommand, context: CommandContext): Promise<Accepted> {
    const { commandId } = context;
    const metadata = metadataOf(context, this.clock());
    const { position } = await this.handle(statementStream(command.statementId), command, { commandId, metadata });
    return { id: command.statementId, position };
  }

  /** Before a text is sealed, which leaves a row in the vault: made-up ids must leave nothing. */
  private async mustExist(consultationId: string): Promise<void> {
    const stream = consultationStream(consultationId);
    const { consultations } = this.facts;
    const { state, fresh } = await consultations.known(stream);
    if (!state && (fresh || !(await consultations.fresh(stream)))) throw new Rejection('CONSULTATION_NOT_FOUND');
  }
}
