import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, uuidFrom } from '@isegoria/event-sourcing';
import { rootUnit, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { answerTermOf, filesIn, smallestGroupOf, standingOf, standingsIn } from '@isegoria/service-host';
import { beginningsOf } from '../activity/activity.decider';
import { beginnerOf } from '../activity/beginning/beginnings.service';
import { CLOCK, type Clock } from '../clock.service';
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
    this.begin = beginnerOf(store);
  }

  @Handles(draftConsultation)
  async draft({ command, context }: CommandMessage<DraftConsultation>): Promise<Accepted> {
    const actor = signedIn(context);
    const delivery = deliveryOf(context, this.clock());
    const unit = command.unit ?? rootUnit;
    const id = (command.externalId ?? null) === null ? context.commandId : uuidFrom(broughtIn, command.externalId!);
    // The conversation names the stream, so a request for another one under the same key would look into another stream.
    await this.store.answers.claim(context.commandId, context.request);
    const [standing, smallestGroup, answerWithinDays] = await Promise.all([
      standingOf(this.store, unit),
      smallestGroupOf(this.store, unit),
      this.promiseIn(command, unit),
    ]);
    const draft = {
      ...command,
      answerWithinDays,
      ...(await filesIn(this.store, command)),
      ...(await standingsIn(this.store, command)),
      type: 'DraftConsultation',
      consultationId: id,
      unit,
      standing,
      smallestGroup,
      actor,
    } as const;
    const drafted = await this.handle(consultationStream(id), draft, delivery);
    // The retry of an interrupted draft begins what is missing; another draft of the same conversation adds nothing.
    const isThisDraft = drafted.events.length > 0;
    const begun = isThisDraft ? await this.begin(beginningsOf(draft, actor.accountId, methods), delivery.metadata) : 0;
    return acceptedAs(id, { ...drafted, position: Math.max(drafted.position, begun) });
  }

  /** What the draft promises, or else what its unit does. What is imported may be over for years, and promises what it says itself. */
  private async promiseIn({ answerWithinDays, externalId }: DraftConsultation, unit: string): Promise<number | null> {
    if (answerWithinDays !== undefined || (externalId ?? null) !== null) return answerWithinDays ?? null;
    return answerTermOf(this.store, unit);
  }
}
