import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  EntriesDiffer,
  IsPlainText,
  OrAbsent,
  OrNull,
  PageRequest,
  allFieldsOf,
  command,
  event,
  limits,
  pageQuery,
  stream,
  type DomainEvent,
} from '@isegoria/kernel';
import { sampleIds } from '../../../streams.contract';
import type { Answers } from '../questionnaire/questionnaire.pure';
import { IsAnswers } from '../response/is-answers.contract';
import { DraftedAnswers, OwnResponse, SentUpon, answersGiven } from '../response/response.contract';

/** The personal links of a survey, batch by batch: how many there are, and what each commits to. */
export const surveyLinks = stream('survey-links-<activityId>', 'public');
/** The responses of whoever has one link, by what it commits to. */
export const linkResponses = stream('survey-link-<activityId>-<link>', 'public');

/** A batch is never so small that an office knows whose link is whose, and a survey has no more than its log can carry. */
export const linksInBatch = { least: 10, most: 500 };
export const mostLinks = 5_000;

export class IssueSurveyLinks {
  @IsUUID()
  activityId: string;

  /**
   * What each link commits to: SHA-256, in hex, of 32 bytes, the id of the activity and 128 random bits. These bytes, as base64url, are
   * what the link has in it, and nobody but whoever orders it knows them.
   */
  @ArrayMinSize(linksInBatch.least)
  @ArrayMaxSize(linksInBatch.most)
  @EntriesDiffer()
  @Matches(/^[0-9a-f]{64}$/, { each: true })
  links: string[];
}
export const issueSurveyLinks = command(IssueSurveyLinks, {
  route: 'POST /activities/:activityId/links',
  may: 'consult',
  summary: 'Issue a batch of personal links of a survey, by which people respond without an account, by what each commits to',
  atMostAMinute: 20,
});

export class RevokeSurveyLinks {
  @IsUUID()
  activityId: string;

  /** The number of the batch, from 1. */
  @IsInt()
  @Min(1)
  @Max(mostLinks)
  batch: number;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}
export const revokeSurveyLinks = command(RevokeSurveyLinks, {
  route: 'POST /activities/:activityId/links/revocation',
  may: 'consult',
  summary: 'Revoke the links of a batch that nobody has responded by, with a public reason',
});

export class LinkBatchView {
  @IsInt() readonly batch: number;
  @IsInt() readonly links: number;
  /** By how many of them somebody responded. */
  @IsInt() readonly answered: number;
  @IsISO8601() readonly issuedAt: string;
  @OrNull() @IsISO8601() readonly revokedAt: string | null;
  /** Why it was revoked; null otherwise. */
  @OrNull() @IsString() readonly reason: string | null;
}
export class ListSurveyLinks extends PageRequest {
  @IsUUID() activityId: string;
}
export const listSurveyLinks = pageQuery(ListSurveyLinks, LinkBatchView, {
  route: 'GET /activities/:activityId/links',
  may: 'consult',
  summary: 'The batches of personal links of a survey, the newest first, and by how many of each somebody responded',
});

class ByLink {
  /**
   * What the link has in it; behind it, with a dot between, 16 random bytes as base64url that whoever responds made up. What is kept or was
   * sent is told to whoever says the same, and so to nobody else who has the link. Once it is sent, nobody else changes it.
   */
  @IsString()
  @MaxLength(200)
  token: string;
}

/** `open` can be answered; `unknown` was never issued. */
export const surveyLinkStates = ['open', 'toCome', 'closed', 'revoked', 'unknown'] as const;
export type SurveyLinkState = (typeof surveyLinkStates)[number];

export class LinkedResponse extends OwnResponse {
  @IsIn(surveyLinkStates) readonly state: SurveyLinkState;
  /** Which survey it is of; null for a link that is not known. */
  @OrNull() @IsUUID() readonly consultationId: string | null;
  @OrNull() @IsUUID() readonly activityId: string | null;
  /** Whether a response was sent by it, by whoever it was. `response` is null for anybody else. */
  @IsBoolean() readonly hasSent: boolean;
  /** Of the last response that was sent; null before the first, and for anybody else. */
  @OrNull() @IsString() readonly receipt: string | null;
  /** Once the log has closed the survey, whether the response that was sent is beyond a quota: kept and not counted. Absent otherwise. */
  @OrAbsent() @IsBoolean() readonly beyondQuota?: true;
}

/** Pages of a survey ask for it once or twice each, and a whole library may be behind one address. */
const atMostAMinute = 240;

export class ShowLinkedResponse extends ByLink {}
/** A POST, so that the token stands in no address that somebody keeps. It changes nothing. */
export const showLinkedResponse = command(ShowLinkedResponse, {
  route: 'POST /survey-links',
  may: 'anyone',
  summary: 'Which survey a personal link is of, and what whoever asks answered by it, sent or kept; changes nothing',
  reply: LinkedResponse,
  status: 200,
  atMostAMinute,
});

export class KeepLinkedAnswers extends DraftedAnswers {
  /** As of `ShowLinkedResponse`, with a part of its own. */
  @IsString()
  @MaxLength(200)
  token: string;
}
export const keepLinkedAnswers = command(KeepLinkedAnswers, {
  route: 'PUT /survey-links/response-draft',
  may: 'anyone',
  summary: 'Keep answers to a survey under a personal link, to go on later or on another device',
  reply: LinkedResponse,
  atMostAMinute,
});

export class SubmitLinkedResponse extends allFieldsOf(ByLink, SentUpon) {
  /** As of a response. */
  @IsAnswers()
  answers: Answers;
}
export const submitLinkedResponse = command(SubmitLinkedResponse, {
  route: 'PUT /survey-links/response',
  may: 'anyone',
  summary: 'Respond to a survey by a personal link; the last response counts, apart from those of people with an account',
  atMostAMinute: 60,
});

const { consultationId, activityId, voter, by } = sampleIds;
const place = { consultationId, activityId };
const link = 'ab'.repeat(32);

/** `links` are SHA-256 of what each link has in it, in the order of their names, which says nothing of the order in the file. */
export type SurveyLinksIssued = DomainEvent<
  'SurveyLinksIssued',
  { consultationId: string; activityId: string; batch: number; links: readonly string[]; by: string }
>;
export const surveyLinksIssued = event<SurveyLinksIssued>('SurveyLinksIssued', {
  stream: surveyLinks,
  says: 'An official orders personal links of a survey, by what each commits to. The links themselves are kept nowhere.',
  may: 'consult',
  act: { subject: 'activityId' },
  sample: { ...place, batch: 1, links: [link, ...Array.from({ length: 9 }, (_, at) => `${at}c`.repeat(32))].sort(), by },
});

export type SurveyLinksRevoked = DomainEvent<
  'SurveyLinksRevoked',
  { consultationId: string; activityId: string; batch: number; reason: string; by: string }
>;
export const surveyLinksRevoked = event<SurveyLinksRevoked>('SurveyLinksRevoked', {
  stream: surveyLinks,
  says: 'The links of a batch by which nobody has responded are revoked, with the reason. What comes by them later counts for nothing.',
  may: 'consult',
  act: { subject: 'activityId' },
  sample: { ...place, batch: 1, reason: 'The letters were lost.', by },
});

/**
 * `answers` is what the answers commit to, and `voter` under whom they stand: of a link that is nobody, and one for each link. `own` is
 * SHA-256, in hex, of what the link has in it and of what whoever responds made up; null where they made up nothing.
 */
export type LinkedResponseSubmitted = DomainEvent<
  'LinkedResponseSubmitted',
  { consultationId: string; activityId: string; batch: number; link: string; voter: string; answers: string; own: string | null }
>;
export const linkedResponseSubmitted = event<LinkedResponseSubmitted>('LinkedResponseSubmitted', {
  stream: linkResponses,
  says:
    'A response to a survey by a personal link, by what its answers commit to. The last one before the closing counts, apart. ' +
    'Once one says to what an own part of whoever responds commits, all that follow say the same.',
  lastCountsBy: [],
  sample: { ...place, batch: 1, link, voter, answers: answersGiven.sample.commitment, own: 'd0'.repeat(32) },
});

export type SurveyLinkEvent = SurveyLinksIssued | SurveyLinksRevoked;
