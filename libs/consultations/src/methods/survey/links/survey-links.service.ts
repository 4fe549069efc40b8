import { Inject, Injectable } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, fold, uuidFrom } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Accepted, type CommandContext } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../../../clock.service';
import { Facts, type ActivityFacts } from '../../../facts.service';
import { onlyOpenPhasesAcceptContributions, phaseStatusAt } from '../../../phase/phase.decider';
import { withoutFacts } from '../answer-file/keeping/known-files';
import { withoutFiles } from '../answer-file/without-files.pure';
import type { Answers } from '../questionnaire/questionnaire.pure';
import { answersToWhatIsAsked, type Upon } from '../response/response.decider';
import { Responses, type Responding } from '../response/responses.service';
import { sealedAnswers } from '../response/sealed-answers.service';
import type { SurveySettings } from '../survey.contract';
import { readLinkToken } from './link-token';
import {
  type IssueSurveyLinks,
  type SurveyLinkState,
  type LinkedResponseSubmitted,
  type RevokeSurveyLinks,
} from './survey-links.contract';
import {
  linkIn,
  linkResponseDecider,
  linkResponseStream,
  onlyItsOwnPartChangesIt,
  surveyLinksDecider,
  surveyLinksStream,
  type KnownLink,
  type LinkResponseState,
  type LinksCommand,
} from './survey-links.decider';

/** Whoever has a link, in its survey. */
export interface Linked extends Responding {
  /** Empty for whoever has the link alone: nothing is kept for them, or shown to them. */
  readonly own: string;
  readonly ownCommitment: string | null;
  readonly facts: ActivityFacts;
  readonly link: string;
  readonly known: KnownLink;
  readonly state: Exclude<SurveyLinkState, 'unknown'>;
  readonly sent: LinkResponseState | undefined;
  /** The receipt of the last response by the link. */
  readonly receipt: string | null;
}

/**
 * Personal links of surveys. Their answers stand where those of people do, withheld and sealed, under a key that is each link's own. What a
 * link has in it is known to whoever ordered it and to whoever has it; the log and this service know what it commits to.
 */
@Injectable()
export class SurveyLinks {
  private readonly handle;
  private readonly respond;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Responses) private readonly responses: Responses,
    @Inject(ReceiptSigner) private readonly receipts: ReceiptSigner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, surveyLinksDecider, { believeNew: false });
    this.respond = commandHandler(store, linkResponseDecider);
  }

  async issue(context: CommandContext, { activityId, links }: IssueSurveyLinks): Promise<Accepted> {
    return acceptedAs(activityId, await this.decide(context, activityId, { type: 'IssueSurveyLinks', links }));
  }

  async revoke(context: CommandContext, { activityId, batch, reason }: RevokeSurveyLinks): Promise<Accepted> {
    return acceptedAs(activityId, await this.decide(context, activityId, { type: 'RevokeSurveyLinks', batch, reason }));
  }

  private decide(
    context: CommandContext,
    activityId: string,
    asked: { type: 'IssueSurveyLinks'; links: readonly string[] } | { type: 'RevokeSurveyLinks'; batch: number; reason: string },
  ) {
    const actor = signedIn(context);
    return this.facts.inActivity({ activityId }, ({ activity, consultation }) => {
      permitted(actor, 'consult', consultation.unit);
      if (activity.method !== 'survey') throw new Rejection('WRONG_METHOD');
      const now = this.clock();
      const command: LinksCommand = { ...asked, activityId, activity, consultation, actor, now };
      return this.handle(surveyLinksStream(activityId), command, deliveryOf(context, now));
    });
  }

  /**
   * @throws Rejection NOT_FOUND, LINK_REVOKED, LINK_USED_ELSEWHERE, CONSULTATION_NOT_OPEN, CONSULTATION_CLOSED, VALIDATION_FAILED or
   * VERSION_CHANGED
   */
  async submit(asked: CommandContext, place: Linked, answers: Answers, upon?: Upon): Promise<Accepted> {
    const context = ofNobody(asked);
    this.mustBeTheirs(place);
    const right = answersToWhatIsAsked(place.questionnaire, withoutFacts(place.questionnaire, answers));
    const given = await sealedAnswers(this.keys, place, right);
    const commitment = await this.responses.give(context, place, given);
    const { activityId, voter, link, ownCommitment: own } = place;
    return this.facts.inActivity({ activityId }, async ({ activity, consultation }) => {
      const now = this.clock();
      // Somebody may have revoked it meanwhile; what is still quicker than this counts for nothing.
      const known = (await this.knownOf(activityId, link, true))!;
      const command = { activityId, activity, consultation, now, link, known, voter, answers: commitment, own, upon };
      const { events, position } = await this.respond(linkResponseStream(activityId, link), command, deliveryOf(context, now));
      return { id: activityId, position, receipt: this.receipts.receiptFor(events[0]!) };
    });
  }

  /** @throws Rejection LINK_REVOKED, LINK_USED_ELSEWHERE, CONSULTATION_NOT_OPEN or CONSULTATION_CLOSED */
  mustBeTheirs({ facts: { consultation, activity }, state, sent, ownCommitment }: Linked): void {
    onlyOpenPhasesAcceptContributions(consultation, activity.phaseId, this.clock());
    if (state === 'revoked') throw new Rejection('LINK_REVOKED');
    onlyItsOwnPartChangesIt(sent, ownCommitment);
  }

  /** Where whoever has this responds; undefined where it is no link that was issued. */
  async placeOf(token: string): Promise<Linked | undefined> {
    const read = readLinkToken(token);
    if (!read) return undefined;
    const { activityId, link, own = '', ownCommitment } = read;
    const known = await this.knownOf(activityId, link, false);
    if (!known) return undefined;
    const events = await this.store.readStream<LinkedResponseSubmitted>(linkResponseStream(activityId, link));
    const sent = fold(linkResponseDecider, events);
    return this.facts.inActivity({ activityId }, async (facts) => {
      const { activity, consultation } = facts;
      const { consultationId } = activity;
      const accountId = uuidFrom(activityId, `survey link ${link}`);
      await this.keys.create([accountId]);
      const voter = await this.keys.pseudonym(accountId, consultationId);
      const questionnaire = withoutFiles((activity.settings as SurveySettings).questionnaire);
      const phase = consultation.phases.find(({ phaseId }) => phaseId === activity.phaseId);
      const status = phase ? phaseStatusAt(phase, consultation, this.clock()) : 'draft';
      const isRevoked = !sent && known.isRevoked;
      const state = isRevoked ? 'revoked' : status === 'open' || status === 'closed' ? status : 'toCome';
      const responding = { accountId, activityId, consultationId, voter, questionnaire, isOver: status === 'closed' };
      const last = events.at(-1);
      const receipt = last ? this.receipts.receiptFor(last) : null;
      return { ...responding, facts, link, known, state, sent, receipt, own, ownCommitment };
    });
  }

  private async knownOf(activityId: string, link: string, isFresh: boolean): Promise<KnownLink | undefined> {
    const { surveyLinks } = this.facts;
    const stream = surveyLinksStream(activityId);
    const heard = isFresh ? undefined : linkIn((await surveyLinks.known(stream)).state ?? [], link);
    return heard ?? linkIn((await surveyLinks.fresh(stream)) ?? [], link);
  }
}

/** Somebody who happens to be signed in responds as nobody, too. */
function ofNobody({ actor: _actor, session: _session, imported: _imported, ...context }: CommandContext): CommandContext {
  return context;
}
