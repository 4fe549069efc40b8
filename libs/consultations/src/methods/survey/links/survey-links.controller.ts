import { Controller, Inject } from '@nestjs/common';
import { Rejection, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { KeptAnswers } from '../response/draft/kept-answers.service';
import { ownResponse, type Kept } from '../response/draft/own-response.service';
import { uponSaid } from '../response/response.decider';
import { Responses, type SentAnswers } from '../response/responses.service';
import {
  issueSurveyLinks,
  keepLinkedAnswers,
  revokeSurveyLinks,
  showLinkedResponse,
  submitLinkedResponse,
  type IssueSurveyLinks,
  type KeepLinkedAnswers,
  type LinkedResponse,
  type RevokeSurveyLinks,
  type ShowLinkedResponse,
  type SubmitLinkedResponse,
} from './survey-links.contract';
import { SurveyLinks, type Linked } from './survey-links.service';

const unknown: LinkedResponse = {
  ...ownResponse({ questionnaire: { sections: [] } }, undefined, undefined),
  state: 'unknown',
  consultationId: null,
  activityId: null,
  hasSent: false,
  receipt: null,
};

/** Personal links of surveys: for the office that hands them out, and for whoever has one. */
@Controller()
export class SurveyLinksController {
  constructor(
    @Inject(SurveyLinks) private readonly links: SurveyLinks,
    @Inject(Responses) private readonly responses: Responses,
    @Inject(KeptAnswers) private readonly kept: KeptAnswers,
  ) {}

  @Handles(issueSurveyLinks)
  issue({ command, context }: CommandMessage<IssueSurveyLinks>): Promise<Accepted> {
    return this.links.issue(context, command);
  }

  @Handles(revokeSurveyLinks)
  revoke({ command, context }: CommandMessage<RevokeSurveyLinks>): Promise<Accepted> {
    return this.links.revoke(context, command);
  }

  @Handles(showLinkedResponse)
  async show({ command: { token } }: CommandMessage<ShowLinkedResponse>): Promise<LinkedResponse> {
    const place = await this.links.placeOf(token);
    if (!place) return unknown;
    const [kept, sent] = await Promise.all([this.keptOf(place), this.sentFrom(place)]);
    return linked(place, kept, sent);
  }

  @Handles(keepLinkedAnswers)
  async keep({ command: { token, answers, ...how } }: CommandMessage<KeepLinkedAnswers>): Promise<LinkedResponse> {
    const place = await this.known(token);
    this.links.mustBeTheirs(place);
    if (place.own === '') throw new Rejection('VALIDATION_FAILED', { field: 'token', params: { constraint: 'matches' } });
    const sent = await this.sentFrom(place);
    return linked(place, await this.kept.keep(place, answers, sent, how), sent);
  }

  @Handles(submitLinkedResponse)
  async submit({ command: { token, answers, ...begun }, context }: CommandMessage<SubmitLinkedResponse>): Promise<Accepted> {
    const place = await this.known(token);
    // Whoever has the link alone is shown nothing, and so was begun from nothing.
    const upon = place.own === '' ? undefined : uponSaid(begun.upon);
    const accepted = await this.kept.orAside(this.links.submit(context, place, answers, upon), async () => {
      const now = await this.known(token);
      return { place: now, answers, upon, sent: await this.sentFrom(now) };
    });
    if (place.own !== '') await this.kept.forget(place, answers);
    return accepted;
  }

  private async keptOf(place: Linked): Promise<Kept | undefined> {
    return place.own === '' ? undefined : this.kept.of(place);
  }

  /** What was sent, for whoever sent it: nobody else who has the link is shown it. */
  private async sentFrom(place: Linked): Promise<SentAnswers | undefined> {
    const { sent, ownCommitment } = place;
    if (!sent || sent.own === null || sent.own !== ownCommitment) return undefined;
    const { answers } = await this.responses.given(place, sent.answers);
    return { answers, commitment: sent.answers };
  }

  /** @throws Rejection NOT_FOUND */
  private async known(token: string): Promise<Linked> {
    const place = await this.links.placeOf(token);
    if (!place) throw new Rejection('NOT_FOUND');
    return place;
  }
}

function linked(place: Linked, kept: Kept | undefined, sent: SentAnswers | undefined): LinkedResponse {
  const { state, consultationId, activityId } = place;
  const receipt = sent ? place.receipt : null;
  return { ...ownResponse(place, kept, sent), state, consultationId, activityId, hasSent: place.sent !== undefined, receipt };
}
