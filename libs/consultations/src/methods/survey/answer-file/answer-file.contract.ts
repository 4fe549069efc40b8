import { IsBoolean, IsIn, IsISO8601, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { mediaTypes, type MediaType } from '@isegoria/content';
import { IsOneLine, OrAbsent, OrNull, PageRequest, command, limits, pageQuery, query } from '@isegoria/kernel';
import { questionId } from '../questionnaire/questionnaire.pure';
import { IsVersions } from '../response/is-answers.contract';
import { OwnResponse } from '../response/response.contract';

const hashForm = /^[0-9a-f]{64}$/;

/** How many files of one person one survey keeps: of those that were sent, none is ever exchanged for another. */
export const filesPerPerson = 20;
const uploadsAMinute = 30;

export class KeepAnswerFile {
  @IsUUID()
  activityId: string;

  /** The question that it answers. */
  @Matches(questionId)
  question: string;

  /** With its ending; sealed, as whatever people write. */
  @IsOneLine()
  @MaxLength(limits.nameLength)
  name: string;

  /** The bytes in base64 (RFC 4648, section 4). */
  @IsString()
  content: string;

  /** As of answers that are kept. */
  @OrAbsent()
  @IsVersions()
  versions?: Readonly<Record<string, string>>;
}
export const keepAnswerFile = command(KeepAnswerFile, {
  route: 'PUT /activities/:activityId/response-draft/files/:question',
  may: 'contribute',
  atMostAMinute: uploadsAMinute,
  summary: 'Keep a file as an answer to a survey, sealed for the person, in place of the one that was kept before',
  reply: OwnResponse,
});

export class KeepTestAnswerFile extends KeepAnswerFile {}
export const keepTestAnswerFile = command(KeepTestAnswerFile, {
  route: 'PUT /activities/:activityId/test-answers-draft/files/:question',
  may: 'test',
  atMostAMinute: uploadsAMinute,
  summary: 'Keep a file as an answer of a test',
  reply: OwnResponse,
});

/** What the service is told of a file before it is kept. */
export class SealAnswerFile {
  @IsUUID() activityId: string;
  @Matches(questionId) question: string;
  @IsBoolean() isTest: boolean;
  @IsOneLine() @MaxLength(limits.nameLength) name: string;
  @IsIn(mediaTypes) mediaType: MediaType;
  @IsInt() @Min(1) @Max(limits.fileBytes) size: number;
  /** SHA-256 of its bytes. */
  @Matches(hashForm) digest: string;
}

/** How a file is sealed, and where it belongs. */
export class SealOfFile {
  /** Name and key, sealed for the person: no key crosses the bus. */
  @IsString() readonly details: string;
  @IsUUID() readonly activityId: string;
  /** The pseudonym of the person there. */
  @IsString() readonly voter: string;
}
export const sealAnswerFile = command(SealAnswerFile, {
  may: 'participate',
  summary: 'Say how a file is sealed that answers a survey, if the question takes it',
  reply: SealOfFile,
});

/** A file that stands in a response that counts or could. */
export class AnswerFileView {
  /** SHA-256 of the sealed bytes. */
  @Matches(hashForm) readonly file: string;
  /** The question that it answers. */
  @IsString() readonly question: string;
  @IsString() readonly voter: string;
  /** Null where it was erased with the person's key. */
  @OrNull() @IsString() readonly name: string | null;
  @IsIn(mediaTypes) readonly mediaType: MediaType;
  /** Bytes. */
  @IsInt() readonly size: number;
  @IsISO8601() readonly givenAt: string;
}
export class ListAnswerFiles extends PageRequest {
  @IsUUID() activityId: string;
}
/** For officials and moderators of the unit alone. */
export const listAnswerFiles = pageQuery(ListAnswerFiles, AnswerFileView, {
  route: 'GET /activities/:activityId/answer-files',
  may: 'participate',
  summary: 'The files of all responses to a survey that stand, newest first; for officials and moderators of the unit',
});

export class FetchAnswerFile {
  @IsUUID() activityId: string;
  @Matches(hashForm) file: string;
}
export const fetchAnswerFile = query(FetchAnswerFile, AnswerFileView, {
  route: 'GET /activities/:activityId/answer-files/:file',
  may: 'participate',
  summary: 'A file that answers a survey, to be downloaded: for officials and moderators of the unit, and whoever sent it',
  type: 'application/octet-stream',
});

export class FetchSealedFile extends FetchAnswerFile {}
export const fetchSealedFile = query(FetchSealedFile, AnswerFileView, {
  route: 'GET /activities/:activityId/answer-files/:file/sealed',
  may: 'audit',
  summary: 'The sealed bytes of a file that answers a survey, to be held against the hash in the log; nobody can read them',
  type: 'application/octet-stream',
});
