import { IsBoolean, IsIn, IsISO8601, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { ModeratorsDecision, moderationRules, type ModerationRule } from '@isegoria/content';
import {
  IsPlainText,
  OrNull,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  stream,
  type DomainEvent,
  type RecordedText,
} from '@isegoria/kernel';
import type { Reasoned } from '../moderation/decided.contract';
import { reportedKinds, type ReportedKind } from '../report/report.contract';
import { sampleIds, sampleText } from '../streams.contract';

export class Appeal {
  @IsIn(reportedKinds)
  item: ReportedKind;

  @IsUUID()
  itemId: string;

  /** Why the decision is wrong, for moderators alone. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  text: string;
}
/** Also for somebody whose account is suspended. */
export const appeal = command(Appeal, {
  route: 'POST /appeals',
  may: 'participate',
  summary: 'Appeal against the hiding or rejection of something that one wrote; another moderator decides',
});

/** What is granted is shown again first. */
export class DecideAppeal extends ModeratorsDecision {
  @IsUUID()
  appealId: string;

  @IsBoolean()
  granted: boolean;
}
export const decideAppeal = command(DecideAppeal, {
  route: 'POST /appeals/:appealId/decision',
  may: 'moderate',
  summary: 'Grant an appeal about something that is shown again by now, or dismiss it; not by whoever decided before',
});

/** An appeal, as its author sees it. */
export class AppealView {
  @IsUUID() readonly id: string;
  @IsIn(reportedKinds) readonly item: ReportedKind;
  @IsUUID() readonly itemId: string;
  @OrNull() @IsString() readonly text: string | null;
  @IsISO8601() readonly madeAt: string;
  /** Null while nobody has decided. */
  @OrNull() @IsBoolean() readonly granted: boolean | null;
  @OrNull() @IsString() readonly reason: string | null;
  @OrNull() @IsIn(moderationRules) readonly rule: ModerationRule | null;
  @OrNull() @IsISO8601() readonly decidedAt: string | null;
  /** Where it stands in the log. */
  @IsInt() readonly position: number;
}
export class ListOwnAppeals extends PageRequest {}
export const listOwnAppeals = pageQuery(ListOwnAppeals, AppealView, {
  route: 'GET /my-appeals',
  may: 'participate',
  summary: 'The appeals of the signed-in person, newest first',
});

const appealId = 'a99ea100-0000-4000-8000-000000000001';
const appeals = stream('appeal-<appealId>', 'withheld');
const { commentId, consultationId, by, author } = sampleIds;

/** `author` is the pseudonym under which it was written, `against` the account that decided. */
export type AppealMade = DomainEvent<
  'AppealMade',
  {
    appealId: string;
    item: ReportedKind;
    itemId: string;
    consultationId: string | null;
    unit: string;
    author: string;
    against: string;
    text: RecordedText;
  }
>;
export const appealMade = event<AppealMade>('AppealMade', {
  stream: appeals,
  says: 'The author of something that was hidden or rejected says why that is wrong; `text` is sealed.',
  sample: { appealId, item: 'comment', itemId: commentId, consultationId, unit: 'root', author, against: by, text: sampleText },
});

export type AppealDecided = DomainEvent<'AppealDecided', Reasoned & { appealId: string; granted: boolean }>;
export const appealDecided = event<AppealDecided>('AppealDecided', {
  stream: appeals,
  says: 'Another moderator decides: it is shown again (`granted`), or the decision stays.',
  may: 'moderate',
  sample: { appealId, granted: false, by: 'ad000000-0000-4000-8000-000000000001', reason: 'It is an insult.' },
});
export type AppealEvent = AppealMade | AppealDecided;
