import { IsInt, IsString, Matches } from 'class-validator';
import { OrAbsent, PageRequest, limits, pageQuery } from '@isegoria/kernel';

/** How many words there are for each half of a name: the lists of every language are this long. */
export const wordsOfNames = { beings: 178, places: 144 } as const;

/** The two words that a person is called by in one consultation, each by its place in the lists of every language. */
export interface NameInWords {
  readonly being: number;
  readonly place: number;
}

/** A pseudonym is the digits of an HMAC: any name is as likely as any other, and nothing follows from it but the pseudonym. */
export function nameFor(pseudonym: string): NameInWords {
  const digits = (from: number) => Number.parseInt(pseudonym.slice(from, from + 8), 16) || 0;
  return { being: digits(0) % wordsOfNames.beings, place: digits(8) % wordsOfNames.places };
}

/** Somebody who is called by the same two words as a person who wrote in the same consultation before. */
export class NamesakeView {
  /** The pseudonym. */
  @IsString() readonly author: string;
  /** 2 for the second person of that name in the order of the log, 3 for the third, and so on. */
  @IsInt() readonly number: number;
}

export class ListNamesakes extends PageRequest {
  /** Pseudonyms with commas between them, to hear of these alone. */
  @OrAbsent() @Matches(new RegExp(`^[0-9a-f]{32}(,[0-9a-f]{32}){0,${limits.pageSize - 1}}$`)) of?: string;
}
export const listNamesakes = pageQuery(ListNamesakes, NamesakeView, {
  route: 'GET /namesakes',
  may: 'anyone',
  summary: 'Authors whose readable name is that of somebody who wrote there before, with the number that tells them apart',
});
