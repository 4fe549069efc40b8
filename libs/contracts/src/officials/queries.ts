import { IsIn, IsInt, IsISO8601, IsString, IsUUID } from 'class-validator';
import { answerable, exportContents, methodNames, type Answerable, type ExportContents, type MethodName } from '@isegoria/consultations';
import { moderationRules, type ModerationRule } from '@isegoria/content';
import { IsUnit, languages, type Language, OrAbsent, OrNull, pageQuery, PageRequest, roles, type Role } from '@isegoria/kernel';
import { officialActionKinds, type OfficialActionKind } from './act-of-office';

/** One thing that an official did, on record in the log. */
export class OfficialAction {
  /** Names the entry in the log: `/log/receipts/{eventId}` gives its leaf and the proof. */
  @IsUUID() readonly eventId: string;
  /** The log position of the event. */
  @IsInt() readonly position: number;
  /** When the log recorded it. */
  @IsISO8601() readonly at: string;
  @IsIn(officialActionKinds) readonly kind: OfficialActionKind;
  /**
   * The first eight digits of the account's id, which the entry in the log has in full: names of officials are not published. Null for acts
   * of the platform's operator.
   */
  @OrNull() @IsString() readonly official: string | null;
  /**
   * The id of the page, consultation, statement, comment, question or export, or `settings`; the unit; the pseudonym whose ballot it is;
   * for roles and erasures the first eight digits of the account that they are for; for keys of the log their name and id.
   */
  @IsString() readonly subject: string;
  @OrNull() @IsUUID() readonly consultationId: string | null;
  @OrNull() @IsUUID() readonly activityId: string | null;
  /** For official answers: what kind of thing was answered. */
  @OrNull() @IsIn(answerable) readonly about: Answerable | null;
  /** The name, within its activity, of the text, the question or the paragraph that it was about; null for all else. */
  @OrNull() @IsString() readonly named: string | null;
  /** The unit that was made or changed, where the role is held, or whose consultation or page it is; null where there is none to show. */
  @OrNull() @IsUnit() readonly unit: string | null;
  /** Of the consultation or page that it was about, as it is now; null where there is none for everybody to read. */
  @OrNull() @IsString() readonly title: string | null;
  /** In which the office wrote it, and its reasons; null where there is no title. */
  @OrNull() @IsIn(languages) readonly language: Language | null;
  /** What one does in the activity that it was about; null for all else, and where there is no title. */
  @OrNull() @IsIn(methodNames) readonly method: MethodName | null;
  /** The title of that activity; null where it has none, or nobody may read it yet. */
  @OrNull() @IsString() readonly activity: string | null;
  /** Of the milestone that it was about, as it is now; null for all else, and where its consultation is not for everybody to read. */
  @OrNull() @IsString() readonly milestone: string | null;
  /** For roles. */
  @OrNull() @IsIn(roles) readonly role: Role | null;
  /** For exports: what was taken out. */
  @OrNull() @IsIn(exportContents) readonly contents: ExportContents | null;
  /** The reason that the official gave, if one is required; for exports the purpose. */
  @OrNull() @IsString() readonly reason: string | null;
  /** For moderation: the rule of the site that was broken, where one was named. */
  @OrNull() @IsIn(moderationRules) readonly rule: ModerationRule | null;
}

export class ListOfficialActions extends PageRequest {
  @OrAbsent() @IsIn(officialActionKinds) kind?: OfficialActionKind;
}
export const listOfficialActions = pageQuery(ListOfficialActions, OfficialAction, {
  route: 'GET /officials/actions',
  may: 'anyone',
  summary:
    'What officials did, newest first: publications, moderation, answers, outcomes, exports, settings, units, roles, erasures on request',
});
