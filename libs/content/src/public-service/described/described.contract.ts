import { ArrayMaxSize, IsArray, IsIn, Matches, MaxLength } from 'class-validator';
import { EntriesDiffer, HasNoPicture, IsEmailAddress, IsOneLine, IsPlainText, Nested, OrNull, limits } from '@isegoria/kernel';

/** Everything that is said of a service in one language. */
export class ServiceWords {
  @IsOneLine()
  @MaxLength(limits.titleLength)
  title: string;

  /** What it is, in a sentence or two. */
  @IsPlainText()
  @MaxLength(limits.summaryLength)
  summary: string;

  /** Who may use it: Markdown. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.serviceTextLength)
  eligibility: string;

  /** What people bring or send along, each in a line. */
  @IsArray()
  @ArrayMaxSize(limits.neededMax)
  @EntriesDiffer()
  @IsOneLine({ each: true })
  @MaxLength(limits.optionLength, { each: true })
  needed: readonly string[];

  @IsOneLine()
  @MaxLength(limits.optionLength)
  cost: string;

  /** How long it takes. */
  @IsOneLine()
  @MaxLength(limits.optionLength)
  duration: string;

  /** Where people go, in lines. */
  @OrNull()
  @IsPlainText()
  @MaxLength(limits.aboutLength)
  office: string | null;

  /** Where they write to. */
  @OrNull()
  @IsPlainText()
  @MaxLength(limits.aboutLength)
  post: string | null;
}
export const wordsOfService = ['title', 'summary', 'eligibility', 'needed', 'cost', 'duration', 'office', 'post'] as const;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** On one day of the week, by the clocks of the site. */
export class OpeningHours {
  @IsIn(weekdays)
  day: Weekday;

  /** Such as `08:30`. */
  @Matches(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  opens: string;

  /** At most `24:00`. */
  @Matches(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
  closes: string;
}

/** How people reach it, which is the same in every language. */
export class ServiceChannels {
  /** The address of the form, or of the page where it begins. */
  @OrNull()
  @Matches(/^https?:\/\/[^\s<>"'`\\]+$/)
  @MaxLength(limits.linkLength)
  online: string | null;

  /** As it is dialled, such as `+251 11 555 0100`. */
  @OrNull()
  @Matches(/^\+?[0-9][0-9 ()./-]{1,39}$/)
  phone: string | null;

  @OrNull()
  @IsEmailAddress()
  email: string | null;

  /** When the office is open; none where that is not known. */
  @Nested(() => OpeningHours, { each: true })
  @ArrayMaxSize(limits.openingsMax)
  hours: readonly OpeningHours[];
}

type Words = Pick<ServiceWords, (typeof wordsOfService)[number]>;

/** Whether two say the same: what is translated belongs to certain words. */
export const saysTheSame = (one: Words, other: Words): boolean =>
  wordsOfService.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
