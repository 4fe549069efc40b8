import { IsIn, IsUUID, MaxLength } from 'class-validator';
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

/** NATS subjects of the content service. */
export const contentCommands = {
  draftPage: 'content.draft-page',
  revisePage: 'content.revise-page',
  publishPage: 'content.publish-page',
  withdrawPage: 'content.withdraw-page',
} as const;
