import { IsBoolean, IsIn, IsInt, IsISO8601, IsString, Matches, MaxLength } from 'class-validator';
import {
  IsPlainText,
  IsUnit,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  allFieldsOf,
  categoryForm,
  languages,
  limits,
  query,
  type Language,
} from '@isegoria/kernel';

/** What can be found. What is found of each kind, its capability says in its read model. */
export const foundKinds = ['page', 'service', 'consultation'] as const;
export type FoundKind = (typeof foundKinds)[number];

class ChosenFound {
  @OrAbsent() @IsIn(foundKinds) kind?: FoundKind;
  /** What is of this unit, or of one below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** What is about this topic or area, or about one below it. */
  @OrAbsent() @Matches(categoryForm) topic?: string;
  @OrAbsent() @IsIn(languages) language?: Language;
}

export class Search extends allFieldsOf(PageRequest, ChosenFound) {
  /** Words, all of which are to be there; in quotation marks: in that order; with a hyphen before it: not there. */
  @IsPlainText()
  @MaxLength(limits.searchLength)
  q: string;

  /** Where something is found in several languages, the one in which it is shown. */
  @OrAbsent() @IsIn(languages) prefer?: Language;
}

/** A part of an excerpt. */
export class FoundPart {
  @IsString() readonly text: string;
  /** Whether it is a word that was looked for. */
  @IsBoolean() readonly isFound: boolean;
}

export class FoundView {
  @IsIn(foundKinds) readonly kind: FoundKind;
  @IsString() readonly id: string;
  @IsIn(languages) readonly language: Language;
  @IsUnit() readonly unit: string;
  /** Its path on the site. */
  @IsString() readonly path: string;
  @IsString() readonly title: string;
  @Nested(() => FoundPart, { each: true }) readonly excerpt: readonly FoundPart[];
  /** When it was published or opened. */
  @IsISO8601() readonly day: string;
  /** Whether people can take part now. */
  @IsBoolean() readonly isOpen: boolean;
}

export class FoundOfKind {
  @IsIn(foundKinds) readonly kind: FoundKind;
  @IsInt() readonly count: number;
}

export class FoundInUnit {
  @IsUnit() readonly unit: string;
  @IsInt() readonly count: number;
}

export class FoundInLanguage {
  @IsIn(languages) readonly language: Language;
  @IsInt() readonly count: number;
}

export class FoundAboutTopic {
  @Matches(categoryForm) readonly topic: string;
  @IsInt() readonly count: number;
}

export class SearchView {
  @Nested(() => FoundView, { each: true }) readonly items: readonly FoundView[];
  /** The cursor of the page that follows; null at the end. */
  @OrNull() @IsString() readonly next: string | null;
  /** How many things there are; where there are more, of the newest. */
  @IsInt() readonly count: number;
  /** Whether there are more than were counted. */
  @IsBoolean() readonly isMore: boolean;
  @Nested(() => FoundOfKind, { each: true }) readonly kinds: readonly FoundOfKind[];
  @Nested(() => FoundInUnit, { each: true }) readonly units: readonly FoundInUnit[];
  @Nested(() => FoundAboutTopic, { each: true }) readonly topics: readonly FoundAboutTopic[];
  @Nested(() => FoundInLanguage, { each: true }) readonly languages: readonly FoundInLanguage[];
  /** Whether there was a word to look for. */
  @IsBoolean() readonly hasWords: boolean;
  /** Where nothing is found: the same words as titles spell them, with which something is. */
  @OrNull() @IsString() readonly didYouMean: string | null;
}

export const search = query(Search, SearchView, {
  route: 'GET /search',
  may: 'anyone',
  summary: 'What everybody may read, found by its words: in titles before texts, open before closed, newer before older',
});
