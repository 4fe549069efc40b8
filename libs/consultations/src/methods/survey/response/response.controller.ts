import { createHash } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { inOneForm } from '@isegoria/privacy';
import { withoutHidden } from '../questionnaire/conditions.pure';
import type { Answers } from '../questionnaire/questionnaire.pure';
import { AnswerFiles } from '../answer-file/keeping/answer-files.service';
import { KeptAnswers, type Kept } from './draft/kept-answers.service';
import {
  keepAnswers,
  showOwnResponse,
  submitResponse,
  type KeepAnswers,
  type OwnResponse,
  type ShowOwnResponse,
  type SubmitResponse,
} from './response.contract';
import { Responses, type Responding, type SentAnswers } from './responses.service';

/** Responses to surveys, and what people keep of them before they send it. */
@Controller()
export class ResponseController {
  constructor(
    @Inject(Responses) private readonly responses: Responses,
    @Inject(KeptAnswers) private readonly kept: KeptAnswers,
    @Inject(AnswerFiles) private readonly files: AnswerFiles,
  ) {}

  @Handles(submitResponse)
  async submit({ command: { activityId, answers }, context }: CommandMessage<SubmitResponse>): Promise<Accepted> {
    const sent = await this.responses.submit(context, activityId, answers);
    await this.kept.forget(sent.place, sent.answers);
    return sent.accepted;
  }

  @Handles(keepAnswers)
  async keep({ command: { activityId, answers, use, upon }, context }: CommandMessage<KeepAnswers>): Promise<OwnResponse> {
    const place = await this.responses.placeOf(context, activityId, true);
    const sent = await this.responses.sent(place);
    const { answers: known } = await this.files.known(place, answers);
    if (use === 'sent') {
      await this.kept.drop(place);
      return ownResponse(place, undefined, sent);
    }
    const all = await this.kept.keep(place, known, sent, { isFromNow: use === 'kept', upon });
    await this.files.keep(place, answers, all.answers);
    return ownResponse(place, all, sent);
  }

  @Handles(showOwnResponse)
  async show({ command: { activityId }, context }: CommandMessage<ShowOwnResponse>): Promise<OwnResponse> {
    const place = await this.responses.placeOf(context, activityId, false);
    const [kept, sent] = await Promise.all([this.kept.of(place), this.responses.sent(place)]);
    return ownResponse(place, kept, sent);
  }
}

/**
 * The same for responses and for tests of surveys. What was sent later than what is kept was begun is never hidden by it.
 * @param fit answers as the questions are now
 */
export function ownResponse(
  { questionnaire, isOver = false }: Pick<Responding, 'questionnaire' | 'isOver'>,
  kept: Kept | undefined,
  sent: SentAnswers | undefined,
  fit = (answers: Answers) => answers,
): OwnResponse {
  const form = (answers: Answers) => inOneForm(withoutHidden(questionnaire, answers));
  const isBehind = kept !== undefined && sent !== undefined && (isOver || kept.based !== sent.commitment);
  const isSame = isBehind && form(kept.answers) === form(sent.answers);
  const isAside = isBehind && !isSame;
  const answers = fit((isAside ? undefined : kept?.answers) ?? sent?.answers ?? {});
  const version = createHash('sha256').update(inOneForm(answers)).digest('base64url').slice(0, 22);
  const isKept = kept !== undefined && !isBehind;
  return { answers, isKept, response: sent?.commitment ?? null, aside: isAside ? fit(kept.answers) : null, version };
}
