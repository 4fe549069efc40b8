import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { IsEmailAddress } from '../identity/email-address';
import { limits } from '../limits';
import { IsPlainText } from '../plain-text';
import { languages, type Language } from '../text';
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

/** Sets all settings: what is absent is set to nothing. */
export class ChangeSettings {
  /** The name of the institution in English. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.nameLength)
  institutionEn?: string | null;

  /** The name of the institution in Arabic. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.nameLength)
  institutionAr?: string | null;

  /** Public. */
  @IsOptional()
  @IsEmailAddress()
  @MaxLength(limits.emailLength)
  contactEmail?: string | null;

  /** Stands on top of every page in English. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.noticeLength)
  noticeEn?: string | null;

  /** Stands on top of every page in Arabic. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.noticeLength)
  noticeAr?: string | null;
}

/** NATS subjects of the content service. */
export const contentCommands = {
  draftPage: 'content.draft-page',
  revisePage: 'content.revise-page',
  publishPage: 'content.publish-page',
  withdrawPage: 'content.withdraw-page',
  changeSettings: 'content.change-settings',
} as const;
