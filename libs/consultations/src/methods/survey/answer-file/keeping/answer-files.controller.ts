import { Controller, Inject } from '@nestjs/common';
import type { CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Responses } from '../../response/responses.service';
import { TestRuns } from '../../test-run/test-run.service';
import { sealAnswerFile, type SealAnswerFile, type SealOfFile } from '../answer-file.contract';
import { AnswerFiles } from './answer-files.service';

/** Says how a file is sealed that somebody answers with, if the question takes it. */
@Controller()
export class AnswerFilesController {
  constructor(
    @Inject(Responses) private readonly responses: Responses,
    @Inject(TestRuns) private readonly tests: TestRuns,
    @Inject(AnswerFiles) private readonly files: AnswerFiles,
  ) {}

  @Handles(sealAnswerFile)
  async seal({ command, context }: CommandMessage<SealAnswerFile>): Promise<SealOfFile> {
    const { activityId, isTest } = command;
    const place = await (isTest ? this.tests.placeOf(context, activityId) : this.responses.placeOf(context, activityId, true));
    return this.files.seal(place, command);
  }
}
