import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { AnswerFiles } from '../answer-file/keeping/answer-files.service';
import { KeptAnswers } from '../response/draft/kept-answers.service';
import { ownResponse } from '../response/draft/own-response.service';
import { uponSaid } from '../response/response.decider';
import type { OwnResponse } from '../response/response.contract';
import {
  keepTestAnswers,
  showTestAnswers,
  submitTestAnswers,
  type KeepTestAnswers,
  type ShowTestAnswers,
  type SubmitTestAnswers,
} from './test-run.contract';
import { TestRuns } from './test-run.service';

/** Tests of surveys before they open. */
@Controller()
export class TestRunController {
  constructor(
    @Inject(TestRuns) private readonly tests: TestRuns,
    @Inject(KeptAnswers) private readonly kept: KeptAnswers,
    @Inject(AnswerFiles) private readonly files: AnswerFiles,
  ) {}

  @Handles(submitTestAnswers)
  async submit({ command, context }: CommandMessage<SubmitTestAnswers>): Promise<Accepted> {
    const upon = uponSaid(command.upon);
    const place = await this.tests.placeOf(context, command.activityId);
    const known = async () => (await this.files.known(place, command.answers)).answers;
    const accepted = await this.kept.orAside(this.tests.submit(context, place, command.answers, upon), async () => {
      return { place, answers: await known(), upon, sent: await this.tests.sent(place) };
    });
    await this.kept.forget(place, await known());
    return accepted;
  }

  @Handles(keepTestAnswers)
  async keep({ command: { activityId, answers, ...how }, context }: CommandMessage<KeepTestAnswers>): Promise<OwnResponse> {
    const place = await this.tests.placeOf(context, activityId);
    const sent = await this.tests.sent(place);
    const { answers: known } = await this.files.known(place, answers);
    const kept = await this.kept.keep(place, known, sent, how);
    await this.files.keep(place, answers, kept);
    return ownResponse(place, kept, sent);
  }

  @Handles(showTestAnswers)
  async show({ command: { activityId }, context }: CommandMessage<ShowTestAnswers>): Promise<OwnResponse> {
    const place = await this.tests.placeOf(context, activityId);
    const [kept, sent] = await Promise.all([this.kept.of(place), this.tests.sent(place)]);
    return ownResponse(place, kept, sent);
  }
}
