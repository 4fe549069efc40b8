import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { IsEmailAddress } from '../identity/email-address';
import { limits } from '../limits';
import { IsPlainText } from '../plain-text';
import { languages, type Language } from '../text';
import { textByLanguage } from '../text-by-language';
import { pageKinds, type PageKind } from './events';
import { command } from '../contract/command';
import { Nested } from '../contract/fields';

export class DraftPage {
  @IsIn(pageKinds)
  kind: PageKind;

  @IsPlainText()
  @MaxLength(limits.titleLength)
  title: string;

  /** Markdown. */
  @IsPlainText()
  @MaxLength(limits.bodyLength)
  body: string;

  @IsIn(languages)
  language: Language;
}

export class RevisePage {
  @IsUUID()
  pageId: string;

  @IsPlainText()
  @MaxLength(limits.titleLength)
  title: string;

  /** Markdown. */
  @IsPlainText()
  @MaxLength(limits.bodyLength)
  body: string;

  @IsIn(languages)
  language: Language;
}

export class PublishPage {
  @IsUUID()
  pageId: string;
}

export class WithdrawPage {
  @IsUUID()
  pageId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

const InstitutionByLanguage = textByLanguage(limits.nameLength);
const NoticeByLanguage = textByLanguage(limits.noticeLength);

/** Sets all settings, in the form in which they are read: what is absent is set to nothing. */
export class ChangeSettings {
  /** The name of the institution in any of the languages. */
  @IsOptional()
  @Nested(() => InstitutionByLanguage)
  institution?: InstanceType<typeof InstitutionByLanguage> | null;

  /** Public. */
  @IsOptional()
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  contactEmail?: string | null;

  /** Stands on top of every page. */
  @IsOptional()
  @Nested(() => NoticeByLanguage)
  notice?: InstanceType<typeof NoticeByLanguage> | null;
}

export const draftPage = command(DraftPage, { route: 'POST /pages', may: 'publish', summary: 'Draft a page' });
export const revisePage = command(RevisePage, { route: 'PUT /pages/:pageId', may: 'publish', summary: 'Revise a page' });
export const publishPage = command(PublishPage, { route: 'POST /pages/:pageId/publication', may: 'publish', summary: 'Publish a page' });
export const withdrawPage = command(WithdrawPage, {
  route: 'POST /pages/:pageId/withdrawal',
  may: 'publish',
  summary: 'Withdraw a page, with the reason',
});
export const changeSettings = command(ChangeSettings, {
  route: 'PUT /settings',
  may: 'administer',
  summary: 'Set all settings; what is absent is set to nothing',
});
