import { Controller, Inject } from '@nestjs/common';
import { Rejection, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { inOneForm } from '@isegoria/privacy';
import { withoutHidden } from '../questionnaire/conditions.pure';
import type { Answers } from '../questionnaire/questionnaire.pure';
import { KeptAnswers } from '../response/draft/kept-answers.service';
import { ownResponse } from '../response/response.controller';
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
  ...ownResponse({}, false),
  state: 'unknown',
  consultationId: null,
  activityId: null,
  hasSent: false,
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
    const [kept, sent] = await Promise.all([this.keptOf(place), this.responses.sent(place)]);
    return linked(place, kept, sent);
  }

  @Handles(keepLinkedAnswers)
  async keep({ command: { token, answers } }: CommandMessage<KeepLinkedAnswers>): Promise<LinkedResponse> {
    const place = await this.known(token);
    this.links.mustBeTheirs(place);
    if (place.own === '') throw new Rejection('VALIDATION_FAILED', { field: 'token', params: { constraint: 'matches' } });
    const sent = await this.responses.sent(place);
    return linked(place, await this.kept.keep(place, answers, {}), sent);
  }

  /** What was sent is kept for whoever sent it: nobody else who has the link is shown it. */
  @Handles(submitLinkedResponse)
  async submit({ command: { token, answers }, context }: CommandMessage<SubmitLinkedResponse>): Promise<Accepted> {
    const place = await this.known(token);
    const accepted = await this.links.submit(context, place, answers);
    if (place.own !== '') await this.kept.keep(place, answers, {});
    return accepted;
  }

  private async keptOf(place: Linked): Promise<Answers | undefined> {
    return place.own === '' ? undefined : this.kept.of(place);
  }

  /** @throws Rejection NOT_FOUND */
  private async known(token: string): Promise<Linked> {
    const place = await this.links.placeOf(token);
    if (!place) throw new Rejection('NOT_FOUND');
    return place;
  }
}

function linked(place: Linked, kept: Answers | undefined, sent: SentAnswers | undefined): LinkedResponse {
  const { state, consultationId, activityId, questionnaire } = place;
  const isSent = kept !== undefined && sent !== undefined && inOneForm(withoutHidden(questionnaire, kept)) === inOneForm(sent.answers);
  const own = ownResponse(kept ?? {}, kept !== undefined && !isSent, isSent ? sent.commitment : null);
  return { ...own, state, consultationId, activityId, hasSent: place.sent !== undefined };
}
