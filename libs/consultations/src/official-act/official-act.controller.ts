import { randomBytes } from 'node:crypto';
import { Controller, Inject, Injectable, type Type } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, mustBeOfVersion, type CommandDelivery } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { filesIn, needsReview, smallestGroupOf, standingsIn, zoneOfSite } from '@isegoria/service-host';
import { AssuranceRaises } from '../assurance-raise/batches/assurance-raises.service';
import { beginnerOf } from '../activity/beginning/beginnings.service';
import { CLOCK, type Clock } from '../clock.service';
import type { AboutDraft } from '../consultation/about/about.contract';
import { publishConsultation, type ConsultationEvent } from '../consultation/consultation.contract';
import { consultationDecider, type OfficialCommand } from '../consultation/consultation.decider';
import { reviseDraft } from '../consultation/draft/draft.contract';
import { consultationStream } from '../consultation/known-consultation.decider';
import { correctConsultation } from '../correction/correction.contract';
import { Facts } from '../facts.service';
import { answeredIn } from '../translation/answered.service';
import { translateConsultation } from '../translation/translation.contract';
import type { OfConsultation, OfficialAct } from './official-act.decider';
import { officialActs } from './official-acts.decider';

/** Does what officials ask for, for any act. */
@Injectable()
export class OfficialActs {
  private readonly handle;
  private readonly begin;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AssuranceRaises) private readonly raises: AssuranceRaises,
  ) {
    this.handle = commandHandler(store, consultationDecider);
    this.begin = beginnerOf(store);
  }

  async do(type: string, { command, context }: CommandMessage<OfConsultation>): Promise<Accepted> {
    const { consultationId } = command;
    const [now, stream] = [this.clock(), consultationStream(consultationId)];
    const delivery = deliveryOf(context, now);
    const known = {
      ...(await filesIn(this.store, command as Partial<AboutDraft>)),
      ...(await standingsIn(this.store, command)),
      ...(await this.saidByUnit(type, stream)),
      ...(type === publishConsultation.name && { lotsSeed: randomBytes(16).toString('hex'), timeZone: await zoneOfSite(this.store) }),
      ...(type === translateConsultation.name ? await this.answered(consultationId, stream) : {}),
    };
    const asked = { ...command, ...known, type, actor: signedIn(context), now };
    if (closing.has(type) && (await this.isAllowed(stream, asked, delivery))) await this.raises.raiseBeforeClosing(consultationId);
    const handled = await this.handle(stream, asked, delivery);
    const begun = await this.begin(beginningsIn(type, { ...command, ...known }, handled.events), delivery.metadata);
    // A caller who is told that it is closed, for example, can rely on it at once.
    await this.facts.consultations.fresh(stream);
    return acceptedAs(consultationId, { ...handled, position: Math.max(handled.position, begun) });
  }

  /** Whether a second official checks what is published, and of how many people figures are of what is drafted. */
  private async saidByUnit(type: string, stream: string): Promise<object> {
    if (!checked.has(type) && type !== reviseDraft.name) return {};
    const state = await this.facts.consultations.fresh(stream);
    if (type === reviseDraft.name) return state ? { smallestGroup: await smallestGroupOf(this.store, state.unit) } : {};
    return { needsReview: state !== undefined && (await needsReview(this.store, state.unit)) };
  }

  /** The words whose translation may have to stand. */
  private async answered(consultationId: string, stream: string): Promise<object> {
    const state = await this.facts.consultations.fresh(stream);
    return state ? { answered: await answeredIn(this.store, consultationId, state) } : {};
  }

  /** Otherwise anybody who asks could make a batch of few people. */
  private async isAllowed(stream: string, asked: OfficialCommand, { basedOn }: CommandDelivery): Promise<boolean> {
    const state = await this.facts.consultations.fresh(stream);
    try {
      if (basedOn) await mustBeOfVersion(this.store, stream, basedOn);
      return consultationDecider.decide(asked, state).length > 0;
    } catch (error) {
      if (error instanceof Rejection) return false;
      throw error;
    }
  }
}

/** What an act begins in streams of its own; the retry of an interrupted one begins what is missing. */
function beginningsIn(type: string, command: OfConsultation, events: readonly Pick<ConsultationEvent, 'type' | 'data'>[]) {
  const act = officialActs.find(({ contract }) => contract.name === type);
  const own = events.find((event) => event.type === act?.event);
  return (own && act?.begins?.(command, own.data)) ?? [];
}

/** What a second official has to see first, where the unit has it so. */
const checked = new Set([publishConsultation, correctConsultation, translateConsultation].map(({ name }) => name));
const closing = new Set(officialActs.filter(({ closes }) => closes).map(({ contract }) => contract.name));

/** The way in for each act. */
export const controllersOfOfficialActs = officialActs.map(controllerOf);

function controllerOf({ contract }: OfficialAct): Type {
  @Controller()
  class OfficialActController {
    constructor(@Inject(OfficialActs) private readonly acts: OfficialActs) {}

    @Handles(contract)
    handle(message: CommandMessage<OfConsultation>): Promise<Accepted> {
      return this.acts.do(contract.name, message);
    }
  }
  return OfficialActController;
}
