import { IsBoolean, IsInt, IsString, Min } from 'class-validator';
import { Nested, OrNull } from '@isegoria/kernel';

/**
 * Words in a paragraph, as the Web Annotation Data Model selects them: by the words with what stands around them (TextQuoteSelector), and
 * by where they stand (TextPositionSelector).
 */
export class Selection {
  @IsString() readonly exact: string;
  /** What stands before and behind the words, up to 32 characters each. */
  @IsString() readonly prefix: string;
  @IsString() readonly suffix: string;
  /** In characters, from 0. */
  @IsInt() readonly start: number;
  /** The first character that is not selected. */
  @IsInt() readonly end: number;
}

/** What an annotation is about. */
export class AnnotationPlace {
  @IsString() readonly paragraph: string;
  /** The version of the text in which the words stand so. */
  @IsInt() @Min(1) readonly version: number;
  /** Null: the paragraph as a whole. */
  @OrNull() @Nested(() => Selection) readonly words: Selection | null;
  /** Whether it says what should stand there instead. */
  @IsBoolean() readonly replaces: boolean;
  /** Whether that is nothing: its text then says why the words should go. */
  @IsBoolean() readonly leavesOut: boolean;
}

/** Where an annotation stands in the newest version of a text. */
export class CarriedPlace {
  /** The paragraph in which it stands now, or stood last: its own, or the one to which its words have gone. */
  @IsString() readonly paragraph: string;
  /** Where its words stand now; null for the paragraph as a whole, and for words that have lost their place. */
  @OrNull() @Nested(() => Selection) readonly words: Selection | null;
  /** The version in which its words, or its paragraph, stand no longer; null while they do. */
  @OrNull() @IsInt() readonly lostIn: number | null;
}

/** How the paragraphs of a paper are named. */
export const paragraphName = /^p[1-9]\d{0,5}$/;
