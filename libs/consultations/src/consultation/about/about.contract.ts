import { ArrayMaxSize, IsOptional, IsString, MaxLength } from 'class-validator';
import { AttachFile, AttachmentView, type Attached } from '@isegoria/content';
import { IsPlainText, Nested, OrNull, limits } from '@isegoria/kernel';

/** What people are told about a consultation besides its description; each in plain text, and absent where there is nothing to say. */
export class AboutWordsDraft {
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

/** The same with the files beside the consultation. */
export class AboutDraft extends AboutWordsDraft {
  /** Shown at the top of the page, in lists and where the address is shared; a picture that was added before. */
  @IsOptional()
  @Nested(() => AttachFile)
  picture?: AttachFile | null;

  /** Documents and further pictures, to be read or downloaded; added before. */
  @IsOptional()
  @Nested(() => AttachFile, { each: true })
  @ArrayMaxSize(limits.documentsMax)
  documents?: AttachFile[];
}

/** The files beside a consultation, as the log has them. */
export interface AboutFiles {
  readonly picture: Attached | null;
  readonly documents: readonly Attached[];
}

/** What the service adds to a command that names files: what the log knows of them. */
export interface WithFiles {
  readonly attached?: AboutFiles;
}

export interface AboutWords {
  readonly summary: string | null;
  readonly contact: string | null;
  readonly decidedBy: string | null;
  readonly decidedWhen: string | null;
}
export type About = AboutWords & AboutFiles;
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
export function aboutFrom(words: Partial<AboutWords>, { picture, documents }: AboutFiles = { picture: null, documents: [] }): About {
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

const samplePicture: Attached = {
  file: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  name: 'lake.jpg',
  mediaType: 'image/jpeg',
  size: 120_000,
  alt: 'The shore of the lake at sunrise',
  width: 1_600,
  height: 900,
};

/** For the samples of events. */
export const sampleAbout: About = {
  summary: 'A park for everybody.',
  contact: null,
  decidedBy: 'The council',
  decidedWhen: 'In May',
  picture: samplePicture,
  documents: [],
};
