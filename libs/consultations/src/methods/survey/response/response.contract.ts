import { IsBoolean, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { OrAbsent, OrNull, command, event, stream, type AssuranceLevel, type DomainEvent } from '@isegoria/kernel';
import { ballots, sampleIds } from '../../../streams.contract';
import { IsAnswers, IsVersions } from './is-answers.contract';
import type { Unanswered } from '../paper/unanswered/unanswered.pure';
import type { Answers } from '../questionnaire/questionnaire.pure';

/**
 * What one person answered in one survey: for auditors by role and, of their own, the person. Everybody sees in the ballot that it was
 * given and what it commits to.
 */
export const responses = stream('response-<activityId>-<voter>', 'withheld');

/** Words of a person, sealed under the person's key. */
export interface SealedText {
  readonly sealed: string;
}
/** A file, by SHA-256 of its sealed bytes; `details` has its name and its key. */
export interface RecordedFile {
  readonly file: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly details: SealedText;
}
/** A place, sealed as JSON; where it has a position, the kilometre or so that it is in can be counted: `50.84,4.35`. */
export interface SealedPlace extends SealedText {
  readonly cell?: string;
}
/** An answer as it is recorded: a choice is readable, and whatever people write is sealed. */
export type RecordedAnswer =
  | string
  | number
  | readonly string[]
  | SealedText
  | SealedPlace
  | { readonly options: readonly string[]; readonly other: SealedText }
  | RecordedFile
  | Readonly<Record<string, string>>;
export type RecordedAnswers = Readonly<Record<string, RecordedAnswer>>;

/** What a person cast in a survey. */
export class SurveyBallot {
  /** Surveys: what the response that counts commits to; null where the person has not responded. */
  @OrNull() @IsString() readonly response: string | null;
  /**
   * Surveys that the log has closed: whether no place is left for the response in a quota of its answers, so that it is kept and not
   * counted. Absent otherwise.
   */
  @OrAbsent() @IsBoolean() readonly beyondQuota?: true;
}

/** What a response commits to, or nothing: none had been sent. */
export const commitmentOrNone = /^([0-9a-f]{64})?$/;

/** Answers that are sent, and from which response they were begun. */
export class SentUpon {
  /**
   * The `response` that stood when these answers were looked at, empty for none. Where another was sent since, from another tab for
   * example, nothing is sent (VERSION_CHANGED): these are kept `aside` of it. Absent: they are the first; where one stands that says
   * something else, nothing is sent or kept, and the problem names `upon`.
   */
  @OrAbsent()
  @Matches(commitmentOrNone)
  upon?: string;
}

export class SubmitResponse extends SentUpon {
  @IsUUID()
  activityId: string;

  /** Each answer by the id of its question, in the form that its kind has; what is not asked of somebody with these answers is left out. */
  @IsAnswers()
  answers: Answers;
}
export const submitResponse = command(SubmitResponse, {
  route: 'PUT /activities/:activityId/response',
  may: 'contribute',
  summary: 'Respond to a survey; the last response counts',
  originWithin: 'activityId',
});

/** Which answers somebody goes on with who has some `aside`. */
export const answersUsed = ['sent', 'kept'] as const;
export type AnswersUsed = (typeof answersUsed)[number];

/** The own response to a survey: what was kept since the last one was sent, or else what was sent. */
export class OwnResponse {
  /** By the id of the question; what was kept need not be complete or right. */
  @IsAnswers() readonly answers: Answers;
  /** Whether some of it was kept and not sent yet. */
  @IsBoolean() readonly isKept: boolean;
  /** What the last response that was sent commits to; null before the first. */
  @OrNull() @IsString() readonly response: string | null;
  /**
   * Answers that were kept and not sent, and differ from `answers`: these were sent from elsewhere after the others were begun or, where
   * `isKept`, kept from elsewhere while the others were typed. Null where there are none.
   */
  @OrNull() @IsAnswers() readonly aside: Answers | null;
  /** Tells these answers, those `aside` among them, from others. */
  @IsString() readonly version: string;
  /** What tells each of `answers` from others, by the id of its question. */
  @IsVersions() readonly versions: Readonly<Record<string, string>>;
}

/** What is kept of a survey before it is sent. */
export class DraftedAnswers {
  /** Answers by the id of their question, complete or not; null takes one back. Answers to other questions stay as they are. */
  @IsAnswers()
  answers: Answers;

  /** Where there are answers `aside`: whether it goes on with those (kept), or they are forgotten (sent). */
  @OrAbsent()
  @IsIn(answersUsed)
  use?: AnswersUsed;

  /** With `use`: the `version` that was shown; where it is another one by now, nothing is chosen (absent: VERSION_CHANGED). */
  @OrAbsent()
  @IsString()
  @MaxLength(100)
  version?: string;

  /**
   * The `versions` that these answers were begun from; a question that had none was not answered. Where one was answered anew since, in
   * another tab for example, and here too, these answers are kept `aside`. Absent: none of these questions was answered; where one is, in
   * another way, nothing is kept (VERSION_CHANGED), and the problem names `versions`.
   */
  @OrAbsent()
  @IsVersions()
  versions?: Readonly<Record<string, string>>;

  /**
   * The `response` that stood when these answers were begun, empty for none. Where another was sent since, from another tab for example,
   * they are kept `aside` of it. Absent: begun from the one that stands.
   */
  @OrAbsent()
  @Matches(commitmentOrNone)
  upon?: string;
}
export class KeepAnswers extends DraftedAnswers {
  @IsUUID()
  activityId: string;
}
/** Kept beside the log, sealed for the person, to go on later or elsewhere; nobody counts it. */
export const keepAnswers = command(KeepAnswers, {
  route: 'PUT /activities/:activityId/response-draft',
  may: 'contribute',
  summary: 'Keep answers to a survey, to go on later or on another device',
  reply: OwnResponse,
});

export class ShowOwnResponse {
  @IsUUID() activityId: string;
}
export const showOwnResponse = command(ShowOwnResponse, {
  route: 'GET /activities/:activityId/my-response',
  may: 'participate',
  summary: 'What the signed-in person answered in a survey, sent or kept',
  reply: OwnResponse,
});

const { consultationId, activityId, voter } = sampleIds;
const answersSample = {
  transport: 'tram',
  topics: ['air', 'noise'],
  wish: { sealed: '1.0123456789abcdef0123456789abcdef.AAAA' },
};
/** As many as the survey that the sample answers takes words. */
const unsaidSample = ['b', 'c', 'd', 'e'].map((digit) => ({ sealed: `2.0123456789abcdef0123456789abcdef.BBBB.${digit.repeat(64)}` }));
const saltSample = '00'.repeat(32);
/** SHA-256 of the salt and the sample in one form. */
const commitmentSample = '75b8836008d84fda207b3b1357b570e115ac7ff05d3fbfeb4e865bfbd69b443b';

/**
 * `salt` are 32 bytes that nobody can guess, in hex; `commitment` is SHA-256(salt || JCS(answers)). `unsaid` is sealed nothing, for each
 * sealed text that the questionnaire could take and the answers do not have: their leaf has as many commitments as any other of the survey.
 * Version 1 has none. `unanswered` is of forms on paper alone: the questions that have no answer that can be counted, and why; where there
 * are some, `commitment` is SHA-256(salt || JCS([answers, unanswered])). Version 2 has none.
 */
export type AnswersGiven = DomainEvent<
  'AnswersGiven',
  {
    consultationId: string;
    activityId: string;
    voter: string;
    answers: RecordedAnswers;
    unsaid?: readonly SealedText[];
    unanswered?: Unanswered;
    salt: string;
    commitment: string;
  }
>;
const givenSample = {
  ...{ consultationId, activityId, voter, answers: answersSample },
  ...{ salt: saltSample, commitment: commitmentSample },
};
export const answersGiven = event<AnswersGiven>('AnswersGiven', {
  stream: responses,
  says: 'What a person answers in a survey. It counts once a response names its commitment.',
  sample: { ...givenSample, unsaid: unsaidSample, unanswered: {} },
  earlier: [
    { sample: givenSample, upcast: (data) => ({ unsaid: [], ...data }) },
    { sample: { ...givenSample, unsaid: unsaidSample }, upcast: (data) => ({ unanswered: {}, ...data }) },
  ],
});

/** `answers` is the commitment of the answers, which stand in a stream whose bodies are withheld. */
export type ResponseSubmitted = DomainEvent<
  'ResponseSubmitted',
  { consultationId: string; activityId: string; voter: string; answers: string; assurance: AssuranceLevel }
>;
export const responseSubmitted = event<ResponseSubmitted>('ResponseSubmitted', {
  stream: ballots,
  says: 'A response to a survey, by what its answers commit to; the last one before the closing counts.',
  lastCountsBy: [],
  sample: { consultationId, activityId, voter, answers: commitmentSample, assurance: 'attested' },
});
