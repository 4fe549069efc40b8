import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsPlainText, OrNull, limits } from '@isegoria/kernel';

/** What people are told about a consultation besides its description; each in plain text, and absent where there is nothing to say. */
export class AboutDraft {
  /** In a sentence or two, for lists and for the top of the page. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.summaryLength)
  summary?: string | null;

  /** Whom to ask, and how. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.aboutLength)
  contact?: string | null;

  /** Who decides on what comes of it. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.aboutLength)
  decidedBy?: string | null;

  /** When that is decided, in words. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.aboutLength)
  decidedWhen?: string | null;
}

export interface About {
  readonly summary: string | null;
  readonly contact: string | null;
  readonly decidedBy: string | null;
  readonly decidedWhen: string | null;
}
export const aboutFields = ['summary', 'contact', 'decidedBy', 'decidedWhen'] as const satisfies (keyof About)[];

/** How many characters each takes. */
export const longestAbout = {
  summary: limits.summaryLength,
  contact: limits.aboutLength,
  decidedBy: limits.aboutLength,
  decidedWhen: limits.aboutLength,
} as const;

/** As an event has it; also from an event that says nothing of it. */
export function aboutOf({ summary = null, contact = null, decidedBy = null, decidedWhen = null }: Partial<About> = {}): About {
  return { summary, contact, decidedBy, decidedWhen };
}

/** What only the page of the consultation shows; the summary is in lists too. */
export class AboutView {
  @OrNull() @IsString() readonly contact: string | null;
  @OrNull() @IsString() readonly decidedBy: string | null;
  @OrNull() @IsString() readonly decidedWhen: string | null;
}
