import { Controller, Inject } from '@nestjs/common';
import {
  closeConsultation,
  draftConsultation,
  publishConsultation,
  publishOutcome,
  type Accepted,
  type CloseConsultation,
  type CommandContext,
  type CommandMessage,
  type DraftConsultation,
  type PublishConsultation,
  type PublishOutcome,
} from '@isegoria/contracts';
import { EventStore, commandHandler, uuidFrom, type NewMetadata } from '@isegoria/event-sourcing';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { CLOCK, type Clock } from '../clock';
import { Facts } from '../facts';
import { statementDecider, statementStream } from '../methods/deliberation/statement.decider';
import { methods } from '../methods/methods';
import { consultationDecider, consultationStream, type ConsultationCommand } from './consultation.decider';

/** The namespace of consultations that were brought in from elsewhere: the same external id is always the same consultation. */
const broughtIn = 'f0d1a3c2-5b0e-4c47-9a51-6f1f5f6a3b8e';

/** The life of a consultation, in the hands of officials. */
@Controller()
export class ConsultationController {
  private readonly handle;
  private readonly handleStatement;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, consultationDecider);
    this.handleStatement = commandHandler(store, statementDecider);
  }

  @Handles(draftConsultation)
  async draft({ command, context }: CommandMessage<DraftConsultation>): Promise<Accepted> {
    const by = signedIn(context).accountId;
    const metadata = metadataOf(context, this.clock());
    const id = (command.externalId ?? null) === null ? context.commandId : uuidFrom(broughtIn, command.externalId!);
    // Where the conversation names the stream, another one would be looked for in another stream.
    await this.store.answers.claim(context.commandId, context.request);
    const draft = { ...command, type: 'DraftConsultation', consultationId: id, by } as const;
    const drafted = await this.handle(consultationStream(id), draft, { commandId: context.commandId, metadata });
    // The retry of a draft that was cut short puts the statements that are missing; another draft of the same conversation adds nothing.
    const isThisDraft = drafted.events.length > 0;
    const seeded = isThisDraft ? await this.seed(id, seedsOf(command), by, metadata) : 0;
    return { id, position: Math.max(drafted.position, seeded) };
  }

  @Handles(publishConsultation)
  publish({ command, context }: CommandMessage<PublishConsultation>): Promise<Accepted> {
    return this.byOfficial({ ...command, type: 'PublishConsultation' }, context);
  }

  @Handles(closeConsultation)
  async close({ command, context }: CommandMessage<CloseConsultation>): Promise<Accepted> {
    const accepted = await this.byOfficial({ ...command, type: 'CloseConsultation' }, context);
    // Whoever is told that it is closed can rely on it here and now.
    await this.facts.consultations.fresh(consultationStream(command.consultationId));
    return accepted;
  }

  @Handles(publishOutcome)
  publishOutcome({ command, context }: CommandMessage<PublishOutcome>): Promise<Accepted> {
    return this.byOfficial({ ...command, type: 'PublishOutcome' }, context);
  }

  private async byOfficial(command: WithoutActor<OfficialCommand>, context: CommandContext): Promise<Accepted> {
    const by = signedIn(context).accountId;
    const now = this.clock();
    const { position } = await this.handle(consultationStream(command.consultationId), { ...command, by, now }, {
      commandId: context.commandId,
      metadata: metadataOf(context, now),
    });
    return { id: command.consultationId, position };
  }

  /** One after the other, so that the log has the statements in the order in which the office put them. */
  private async seed(consultationId: string, texts: readonly string[], by: string, metadata: NewMetadata): Promise<number> {
    let last = 0;
    for (const [index, text] of texts.entries()) {
      const statementId = uuidFrom(consultationId, `statement ${index}`);
      const seed = { type: 'SeedStatement', statementId, consultationId, text, by } as const;
      const { position } = await this.handleStatement(statementStream(statementId), seed, { commandId: statementId, metadata });
      last = Math.max(last, position);
    }
    return last;
  }
}

function seedsOf(command: DraftConsultation): readonly string[] {
  return methods.find(({ contract }) => contract.kind === command.kind)?.seeds(command) ?? [];
}

type OfficialCommand = Extract<ConsultationCommand, { by: string; now: Date }>;
type WithoutActor<T> = T extends unknown ? Omit<T, 'by' | 'now'> : never;
