import { createHash } from 'node:crypto';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { FILE_LOOK, type FileLook } from '@isegoria/content';
import { Commands, Serves, Sessions, bodyOf, parametersOf, pathFieldsOf, type ReadingRequest } from '@isegoria/api-host';
import { Rejection, may, mustBePermitted, permitted, validated, type CommandContract } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { visibleActivity } from '../../../../activity/visible-activity.read-model';
import { keepTestAnswers } from '../../test-run/test-run.contract';
import { keepAnswers, type KeepAnswers, type OwnResponse } from '../../response/response.contract';
import {
  fetchAnswerFile,
  fetchSealedFile,
  keepAnswerFile,
  keepTestAnswerFile,
  sealAnswerFile,
  type KeepAnswerFile,
} from '../answer-file.contract';
import { standsSoon } from '../list/answer-files.read-model';
import type { FileDetails } from './known-files';
import { nameOfSealed, sealBytes, unsealBytes } from './sealed-bytes';

interface KeptFile {
  readonly voter: string;
  readonly media_type: string;
  readonly sent: boolean;
  readonly details: string;
  readonly bytes: Buffer;
}

/** Takes files that answer surveys and gives them again: their bytes go over no bus, whose messages are small. */
@Controller()
export class AnswerFilesApiController {
  constructor(
    @Inject(DataSource) private readonly rows: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(FILE_LOOK) private readonly files: FileLook,
  ) {}

  @Serves(keepAnswerFile)
  keep(@Req() request: Request): Promise<OwnResponse> {
    return this.take(request, keepAnswerFile, keepAnswers, false);
  }

  @Serves(keepTestAnswerFile)
  keepOfTest(@Req() request: Request): Promise<OwnResponse> {
    return this.take(request, keepTestAnswerFile, keepTestAnswers, true);
  }

  @Serves(fetchAnswerFile, ['consultations'])
  async fetch(@Req() request: ReadingRequest, @Res() response: Response): Promise<void> {
    const reader = permitted(request.actor, 'participate');
    const { activityId, file } = parametersOf(request, fetchAnswerFile);
    const { activity, consultation } = await visibleActivity(this.rows, activityId, reader);
    const kept = await this.kept(activityId, file);
    const isOfOffice = (['consult', 'moderate'] as const).some((permission) => may(reader, permission, consultation.unit));
    const isOwn = async () => kept.voter === (await this.keys.pseudonym(reader.accountId, activity.consultationId));
    const mayRead = (await isOwn()) || (isOfOffice && kept.sent && (await standsSoon(this.rows, activityId, file)));
    if (!mayRead) throw new Rejection('FILE_NOT_FOUND');
    const { name, key } = await this.opened(kept.details);
    const bytes = unsealBytes(Buffer.from(key, 'base64'), kept.bytes);
    response.set(headersOf(kept.media_type, bytes.length, name));
    response.end(bytes);
  }

  @Serves(fetchSealedFile, ['consultations'])
  async fetchSealed(@Req() request: ReadingRequest, @Res() response: Response): Promise<void> {
    mustBePermitted(request.actor, fetchSealedFile.may);
    const { activityId, file } = parametersOf(request, fetchSealedFile);
    const { bytes, sent } = await this.kept(activityId, file);
    if (!sent) throw new Rejection('FILE_NOT_FOUND');
    response.set(headersOf('application/octet-stream', bytes.length, file));
    response.end(bytes);
  }

  /** Looks at the file, seals it under a key of its own, keeps the sealed bytes, and puts it among the answers that are not sent yet. */
  private async take(
    request: Request,
    contract: CommandContract<KeepAnswerFile, OwnResponse>,
    keep: CommandContract<KeepAnswers, OwnResponse>,
    isTest: boolean,
  ): Promise<OwnResponse> {
    mustBePermitted((await this.sessions.of(request))?.actor, contract.may);
    const said = { ...bodyOf(request), ...pathFieldsOf(request, contract.route!) };
    const { activityId, question, name, content, versions } = validated(contract.shape, said);
    const { bytes, mediaType } = await this.files.lookAt(content, name).catch(notAsked);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const facts = { activityId, question, isTest, name, mediaType, size: bytes.length, digest };
    const { details, ...place } = await this.commands.sendFor(request, sealAnswerFile, facts);
    const sealed = sealBytes(Buffer.from((await this.opened(details)).key, 'base64'), bytes);
    const file = nameOfSealed(sealed);
    await this.rows.query(
      `INSERT INTO consultations_files.answer_file (file, activity_id, voter, question, media_type, size, details, bytes, kept_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, current_date) ON CONFLICT DO NOTHING`,
      [file, place.activityId, place.voter, question, mediaType, bytes.length, details, sealed],
    );
    return this.commands.sendFor(request, keep, { activityId, answers: { [question]: { file } }, versions });
  }

  /** @throws Rejection FILE_NOT_FOUND once the person is erased */
  private async opened(details: string): Promise<FileDetails> {
    const [text] = await this.keys.open([details]);
    if (text?.state !== 'open') throw new Rejection('FILE_NOT_FOUND');
    return JSON.parse(text.text) as FileDetails;
  }

  /** @throws Rejection FILE_NOT_FOUND */
  private async kept(activityId: string, file: string): Promise<KeptFile> {
    const [found] = await this.rows.query<KeptFile[]>(
      'SELECT voter, media_type, sent, details, bytes FROM consultations_files.answer_file WHERE activity_id = $1 AND file = $2',
      [activityId, file],
    );
    if (!found) throw new Rejection('FILE_NOT_FOUND');
    return found;
  }
}

/** Whatever it is, a browser saves it and runs nothing in it. Helmet adds `nosniff`. */
function headersOf(mediaType: string, size: number, name: string): Record<string, string> {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': `attachment; filename*=UTF-8''${encoded}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  };
}

/** What no page takes, no question asks for: which kinds it takes stands beside the question, and they are fewer. */
function notAsked(error: unknown): never {
  if (!(error instanceof Rejection) || error.code !== 'FILE_KIND_NOT_TAKEN') throw error;
  throw new Rejection('FILE_KIND_NOT_ASKED', error.details);
}
