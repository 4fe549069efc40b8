import { IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { moderationRules, type ModerationRule } from '@isegoria/content';
import {
  IsPlainText,
  ListOpenings,
  Nested,
  OpeningView,
  OrAbsent,
  OrNull,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  query,
  stream,
  type DomainEvent,
} from '@isegoria/kernel';
import { AnswerInShort } from '../../../official-answer/official-answer.contract';
import { sampleIds } from '../../../streams.contract';
import { answersByStates, type AnswersByState } from '../answers-by/answers-by.contract';
import { questionId } from '../questionnaire/questionnaire.pure';

/** What moderators decided about one text of a survey. Its name says nothing about who wrote it. */
export const writtenTexts = stream('survey-text-<activityId>-<text>', 'public');

/** How a text stands: it waits for a moderator, everybody may read it once the survey is closed, or it is kept from them. */
export const textDecisions = ['waiting', 'listed', 'heldBack'] as const;
export type TextDecision = (typeof textDecisions)[number];

/** SHA-256, in hex, of the text as it was sealed: other words have another one, and nobody without the sealed text can tell whose it is. */
export const nameOfText = /^[0-9a-f]{64}$/;

export class DecideOnText {
  @IsUUID()
  activityId: string;

  /** SHA-256 of the sealed text, as the desk has it. */
  @Matches(nameOfText)
  text: string;

  /** `waiting` takes back what was decided. */
  @IsIn(textDecisions)
  decision: TextDecision;

  /** How it stood when it was read; refused where somebody has decided since. */
  @IsIn(textDecisions)
  stood: TextDecision;

  /** Why it is held back: public. Needed for that alone. */
  @OrAbsent()
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason?: string;

  /** The rule that this rests on. */
  @OrAbsent()
  @IsIn(moderationRules)
  rule?: ModerationRule;
}
export const decideOnText = command(DecideOnText, {
  route: 'POST /activities/:activityId/texts/:text/decision',
  may: 'moderate',
  summary: 'List a text that somebody wrote in a survey among its results, hold it back with the reason, or take that back',
});

/** A text that somebody wrote. */
export class NamedText {
  /** SHA-256 of the sealed text: what moderators decided about it stands in the log under this name. */
  @IsString() readonly text: string;
  /** Null once whoever wrote them was erased. */
  @OrNull() @IsString() readonly words: string | null;
}

/** A text that everybody may read. */
export class WrittenText extends NamedText {
  @OrNull() @Nested(() => AnswerInShort) readonly answer: AnswerInShort | null;
}

export class WrittenTexts {
  @IsInt() readonly position: number;
  /** Why there are none where there are none: the survey is open, or too few have responded. */
  @IsIn(answersByStates) readonly state: AnswersByState;
  /** How many texts were written in answer to the question by people who are counted. */
  @IsInt() readonly texts: number;
  /** In the order of their names, which says nothing about people or times. */
  @Nested(() => WrittenText, { each: true }) readonly items: readonly WrittenText[];
  /** The cursor of the page that follows; null at the end. */
  @OrNull() @IsString() readonly next: string | null;
  /** How many of them are listed. */
  @IsInt() readonly count: number;
  /** How many of those the office has answered. */
  @IsInt() readonly answered: number;
}

export class ListWrittenTexts extends PageRequest {
  @IsUUID() activityId: string;
  /** The id of a question that is answered in words, or with words of one's own. */
  @Matches(questionId) question: string;
}
export const listWrittenTexts = query(ListWrittenTexts, WrittenTexts, {
  route: 'GET /activities/:activityId/texts/:question',
  may: 'anyone',
  summary: 'What people wrote in answer to a question of a closed survey, as far as moderators list it',
});

/** A listed text, with the question to which it was written. */
export class ListedText extends WrittenText {
  @IsString() readonly question: string;
}

const name = '[0-9a-f]{64}';

export class ListListedTexts extends PageRequest {
  @IsUUID() activityId: string;
  @OrAbsent() @Matches(questionId) question?: string;
  /** Whether the office has answered them. */
  @OrAbsent() @IsIn(['yes', 'no']) answered?: 'yes' | 'no';
  /** Names, separated by commas: these alone. */
  @OrAbsent() @Matches(new RegExp(`^${name}(?:,${name}){0,${limits.pageSize - 1}}$`)) only?: string;
  /** Words that stand in them, in any case; for those who may answer them. */
  @OrAbsent() @IsString() @MinLength(2) @MaxLength(limits.titleLength) words?: string;
}
export const listListedTexts = pageQuery(ListListedTexts, ListedText, {
  route: 'GET /activities/:activityId/listed-texts',
  may: 'anyone',
  summary: 'What people wrote in a closed survey, whatever the question, as far as moderators list it',
});

/** A text as moderators see it: not who wrote it. */
export class DeskTextView extends NamedText {
  @IsString() readonly question: string;
  @IsIn(textDecisions) readonly decision: TextDecision;
  @OrNull() @IsString() readonly reason: string | null;
  @OrNull() @IsIn(moderationRules) readonly rule: ModerationRule | null;
  /** The first eight digits of the account of the moderator who decided last. */
  @OrNull() @IsString() readonly decidedBy: string | null;
  @OrNull() @IsISO8601() readonly decidedAt: string | null;
}
export class ListDeskTexts extends PageRequest {
  @IsUUID() activityId: string;
  @OrAbsent() @IsIn(textDecisions) decision?: TextDecision;
  @OrAbsent() @Matches(questionId) question?: string;
}
export const listDeskTexts = pageQuery(ListDeskTexts, DeskTextView, {
  route: 'GET /activities/:activityId/desk-texts',
  may: 'moderate',
  summary: 'What people wrote in a closed survey, with what was decided about it, in an order that says nothing about them',
});

/** What became of a text of one's own. */
export class OwnTextView {
  @IsString() readonly question: string;
  @IsIn(textDecisions) readonly decision: TextDecision;
  @OrNull() @IsString() readonly reason: string | null;
  @OrNull() @IsIn(moderationRules) readonly rule: ModerationRule | null;
  /** What the office answered to it; null where it has not. */
  @OrNull() @Nested(() => AnswerInShort) readonly answer: AnswerInShort | null;
}
export class ListOwnTexts extends PageRequest {
  @IsUUID() activityId: string;
}
export const listOwnTexts = pageQuery(ListOwnTexts, OwnTextView, {
  route: 'GET /activities/:activityId/my-texts',
  may: 'participate',
  summary: 'What became of the texts that the signed-in person wrote in a survey',
});

export const listWrittenTextOpenings = pageQuery(ListOpenings, OpeningView, {
  route: 'GET /openings/survey-texts',
  may: 'audit',
  summary: 'What opens the words of the texts of surveys that are listed, for auditors of the whole site',
});

const { consultationId, activityId, by } = sampleIds;

/** `text` is SHA-256 of the sealed text, which stands in a stream whose bodies are withheld; neither person nor question is named. */
export type TextDecidedOn = DomainEvent<
  'TextDecidedOn',
  {
    consultationId: string;
    activityId: string;
    text: string;
    decision: TextDecision;
    reason: string | null;
    rule?: ModerationRule;
    by: string;
  }
>;
export const textDecidedOn = event<TextDecidedOn>('TextDecidedOn', {
  stream: writtenTexts,
  says:
    'A moderator lists a text that somebody wrote in a survey, holds it back for a reason, or takes back what was decided. `text` is ' +
    'the SHA-256 of the sealed text.',
  may: 'moderate',
  act: { subject: 'activityId', named: 'text' },
  sample: {
    ...{ consultationId, activityId },
    // Of the text in the sample of answers.
    text: 'b7071de0efea009d40b8df7ce8eee23e29f5540c522dd41de292bb01f2a1cd37',
    decision: 'heldBack',
    reason: 'Names a private person.',
    by,
  },
});
