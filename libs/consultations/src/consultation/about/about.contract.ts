import { ArrayMaxSize, IsString, MaxLength } from 'class-validator';
import { AttachFile, AttachmentView, noFiles, type AttachedFiles } from '@isegoria/content';
import { IsPlainText, Nested, OrAbsent, OrNull, allFieldsOf, limits } from '@isegoria/kernel';

/** What people are told about a consultation besides its description; each in plain text, and absent where there is nothing to say. */
export class AboutWordsDraft {
  /** In a sentence or two, for lists and for the top of the page. */
  @OrAbsent()
  @OrNull()
  @IsPlainText()
  @MaxLength(limits.summaryLength)
  summary?: string | null;

  /** Whom to ask, and how. */
  @OrAbsent()
  @OrNull()
  @IsPlainText()
  @MaxLength(limits.aboutLength)
  contact?: string | null;

  /** Who decides on what comes of it. */
  @OrAbsent()
  @OrNull()
  @IsPlainText()
  @MaxLength(limits.aboutLength)
  decidedBy?: string | null;

  /** When that is decided, in words. */
  @OrAbsent()
  @OrNull()
  @IsPlainText()
  @MaxLength(limits.aboutLength)
  decidedWhen?: string | null;
}

/** The files beside a consultation. */
export class AboutFilesDraft {
  /** Shown at the top of the page, in lists and where the address is shared; a picture that was added before. */
  @OrAbsent()
  @OrNull()
  @Nested(() => AttachFile)
  picture?: AttachFile | null;

  /** Documents and further pictures, to be read or downloaded; added before. */
  @OrAbsent()
  @Nested(() => AttachFile, { each: true })
  @ArrayMaxSize(limits.documentsMax)
  documents?: AttachFile[];
}

export class AboutDraft extends allFieldsOf(AboutWordsDraft, AboutFilesDraft) {}

export interface AboutWords {
  readonly summary: string | null;
  readonly contact: string | null;
  readonly decidedBy: string | null;
  readonly decidedWhen: string | null;
}
export type About = AboutWords & AttachedFiles;
export const aboutFields = ['summary', 'contact', 'decidedBy', 'decidedWhen'] as const satisfies (keyof AboutWords)[];

/** How many characters each takes. */
export const longestAbout = {
  summary: limits.summaryLength,
  contact: limits.aboutLength,
  decidedBy: limits.aboutLength,
  decidedWhen: limits.aboutLength,
} as const;

/** The words alone. */
export function aboutWordsOf({
  summary = null,
  contact = null,
  decidedBy = null,
  decidedWhen = null,
}: Partial<AboutWords> = {}): AboutWords {
  return { summary, contact, decidedBy, decidedWhen };
}

/** As an event has it; also from an event that says nothing of it. */
export function aboutOf(about: Partial<About> = {}): About {
  return aboutFrom(about, { picture: about.picture ?? null, documents: about.documents ?? [] });
}

/** As a command says it, with the files that it names. */
export function aboutFrom(words: Partial<AboutWords>, { picture, documents }: AttachedFiles = noFiles): About {
  return { ...aboutWordsOf(words), picture, documents };
}

/** What only the page of the consultation shows; the summary and the picture are in lists too. */
export class AboutWordsView {
  @OrNull() @IsString() readonly contact: string | null;
  @OrNull() @IsString() readonly decidedBy: string | null;
  @OrNull() @IsString() readonly decidedWhen: string | null;
}
export class AboutView extends AboutWordsView {
  @Nested(() => AttachmentView, { each: true }) readonly documents: readonly AttachmentView[];
}

/** For the samples of events. */
export const sampleAbout: About = {
  summary: 'A park for everybody.',
  contact: null,
  decidedBy: 'The council',
  decidedWhen: 'In May',
  picture: null,
  documents: [],
};
