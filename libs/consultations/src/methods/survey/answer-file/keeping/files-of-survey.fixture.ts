import { createHash } from 'node:crypto';
import type { Actor } from '@isegoria/kernel';
import { by, type TestService } from '../../../../consultations.fixture';
import { keepAnswers, showOwnResponse, type OwnResponse } from '../../response/response.contract';
import { sealAnswerFile, type SealOfFile } from '../answer-file.contract';
import type { FileDetails } from './known-files';
import { nameOfSealed, sealBytes } from './sealed-bytes';

/** Files that people answer the question `plan` of a survey with, kept as the gateway keeps them. */
export class FilesOfSurvey {
  constructor(
    private readonly service: TestService,
    private readonly survey: { readonly consultationId: string; readonly activityId: string },
    private readonly facts: { readonly name: string; readonly mediaType: string; readonly size: number },
  ) {}

  async seal(person: Actor, more: object = {}): Promise<SealOfFile> {
    const { activityId } = this.survey;
    const asked = { activityId, question: 'plan', isTest: false, ...this.facts, digest: 'ab'.repeat(32), ...more };
    return (await this.service.send(sealAnswerFile.subject, asked, by(person))) as unknown as SealOfFile;
  }

  async upload(person: Actor, bytes = 'plan'): Promise<{ file: string; own: OwnResponse }> {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const { details, activityId, voter } = await this.seal(person, { digest });
    const { key } = JSON.parse((await this.service.open(details))[0]!) as FileDetails;
    const sealed = sealBytes(Buffer.from(key, 'base64'), Buffer.from(bytes));
    const file = nameOfSealed(sealed);
    await this.service.sql(
      `INSERT INTO consultations_files.answer_file (file, activity_id, voter, question, media_type, size, details, bytes, kept_on)
       VALUES ($1, $2, $3, 'plan', $4, $5, $6, $7, current_date) ON CONFLICT DO NOTHING`,
      [file, activityId, voter, this.facts.mediaType, this.facts.size, details, sealed],
    );
    const shown = await this.service.send(showOwnResponse.subject, { activityId }, by(person));
    const { versions } = shown as unknown as OwnResponse;
    const kept = await this.service.send(keepAnswers.subject, { activityId, answers: { plan: { file } }, versions }, by(person));
    return { file, own: kept as unknown as OwnResponse };
  }

  /** As if the person had sent so many more. */
  async repeat(file: string, times: number): Promise<void> {
    await this.service.sql(
      `INSERT INTO consultations_files.answer_file
       SELECT file || n, activity_id, voter, question, media_type, size, details, bytes, true, kept_on
       FROM consultations_files.answer_file, generate_series(1, $2::int) n WHERE file = $1`,
      [file, times],
    );
  }

  async rowsOf(person: Actor): Promise<{ file: string; sent: boolean }[]> {
    const voter = await this.service.pseudonym(person, this.survey.consultationId);
    return this.service.sql('SELECT file, sent FROM consultations_files.answer_file WHERE voter = $1', [voter]);
  }
}
