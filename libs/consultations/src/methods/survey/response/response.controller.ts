import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { AnswerFiles } from '../answer-file/keeping/answer-files.service';
import { KeptAnswers } from './draft/kept-answers.service';
import { ownResponse } from './draft/own-response.service';
import {
  keepAnswers,
  showOwnResponse,
  submitResponse,
  type KeepAnswers,
  type OwnResponse,
  type ShowOwnResponse,
  type SubmitResponse,
} from './response.contract';
import { uponSaid } from './response.decider';
import { Responses } from './responses.service';

/** Responses to surveys, and what people keep of them before they send it. */
@Controller()
export class ResponseController {
  constructor(
    @Inject(Responses) private readonly responses: Responses,
    @Inject(KeptAnswers) private readonly kept: KeptAnswers,
    @Inject(AnswerFiles) private readonly files: AnswerFiles,
  ) {}

  @Handles(submitResponse)
  async submit({ command, context }: CommandMessage<SubmitResponse>): Promise<Accepted> {
    const upon = uponSaid(command.upon);
    const place = await this.responses.placeOf(context, command.activityId, true);
    const { accepted, answers } = await this.kept.orAside(this.responses.submit(context, place, command.answers, upon), async () => {
      const [{ answers }, sent] = await Promise.all([this.files.known(place, command.answers), this.responses.sent(place)]);
      return { place, answers, upon, sent };
    });
    await this.kept.forget(place, answers);
    return accepted;
  }

  @Handles(keepAnswers)
  async keep({ command: { activityId, answers, ...how }, context }: CommandMessage<KeepAnswers>): Promise<OwnResponse> {
    const place = await this.responses.placeOf(context, activityId, true);
    const sent = await this.responses.sent(place);
    const { answers: known } = await this.files.known(place, answers);
    const kept = await this.kept.keep(place, known, sent, how);
    await this.files.keep(place, answers, kept);
    return ownResponse(place, kept, sent);
  }

  @Handles(showOwnResponse)
  async show({ command: { activityId }, context }: CommandMessage<ShowOwnResponse>): Promise<OwnResponse> {
    const place = await this.responses.placeOf(context, activityId, false);
    const [kept, sent] = await Promise.all([this.kept.of(place), this.responses.sent(place)]);
    return ownResponse(place, kept, sent);
  }
}
