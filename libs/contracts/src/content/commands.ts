import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { IsEmailAddress } from '../identity/email-address';
import { limits } from '../limits';
import { Nested } from '../nested';
import { IsPlainText } from '../plain-text';
import { languages, type Language } from '../text';
import { textByLanguage } from '../text-by-language';
import { pageKinds, type PageKind } from './events';

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
  @Nested(InstitutionByLanguage)
  institution?: InstanceType<typeof InstitutionByLanguage> | null;

  /** Public. */
  @IsOptional()
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  contactEmail?: string | null;

  /** Stands on top of every page. */
  @IsOptional()
  @Nested(NoticeByLanguage)
  notice?: InstanceType<typeof NoticeByLanguage> | null;
}

/** NATS subjects of the content service. */
export const contentCommands = {
  draftPage: 'content.draft-page',
  revisePage: 'content.revise-page',
  publishPage: 'content.publish-page',
  withdrawPage: 'content.withdraw-page',
  changeSettings: 'content.change-settings',
} as const;
