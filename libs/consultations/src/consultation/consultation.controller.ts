import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler, uuidFrom, type NewMetadata } from '@isegoria/event-sourcing';
import { rootUnit, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { standingOf } from '@isegoria/service-host';
import { beginningDecider, beginningsOf } from '../activity/activity.decider';
import { CLOCK, type Clock } from '../clock.service';
import type { Beginning } from '../methods/method/method.decider';
import { methods } from '../methods/methods.decider';
import { draftConsultation, type DraftConsultation } from './consultation.contract';
import { consultationDecider } from './consultation.decider';
import { consultationStream } from './known-consultation.decider';

/** The namespace of imported consultations: the same external id is always the same consultation. */
const broughtIn = 'f0d1a3c2-5b0e-4c47-9a51-6f1f5f6a3b8e';

/** Drafts of consultations, with everything that begins with them. */
@Controller()
export class ConsultationController {
  private readonly handle;
  private readonly begin;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, consultationDecider);
    this.begin = commandHandler(store, beginningDecider);
  }

  @Handles(draftConsultation)
  async draft({ command, context }: CommandMessage<DraftConsultation>): Promise<Accepted> {
    const actor = signedIn(context);
    const metadata = metadataOf(context, this.clock());
    const unit = command.unit ?? rootUnit;
    const id = (command.externalId ?? null) === null ? context.commandId : uuidFrom(broughtIn, command.externalId!);
    // The conversation names the stream, so a request for another one under the same key would look into another stream.
    await this.store.answers.claim(context.commandId, context.request);
    const standing = await standingOf(this.store, unit);
    const draft = { ...command, type: 'DraftConsultation', consultationId: id, unit, standing, actor } as const;
    const drafted = await this.handle(consultationStream(id), draft, { commandId: context.commandId, metadata });
    // The retry of an interrupted draft begins what is missing; another draft of the same conversation adds nothing.
    const isThisDraft = drafted.events.length > 0;
    const begun = isThisDraft ? await this.beginAll(beginningsOf(draft, actor.accountId, methods), metadata) : 0;
    return { id, position: Math.max(drafted.position, begun) };
  }

  /** One after the other, so that the log has everything in the order that the office chose. */
  private async beginAll(beginnings: readonly Beginning[], metadata: NewMetadata): Promise<number> {
    let last = 0;
    for (const beginning of beginnings) {
      const { position } = await this.begin(beginning.stream, beginning, { commandId: beginning.id, metadata });
      last = Math.max(last, position);
    }
    return last;
  }
}
