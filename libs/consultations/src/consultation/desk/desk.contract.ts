import { IsISO8601, IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsUnit, OrNull, PageRequest, languages, limits, pageQuery, type Language } from '@isegoria/kernel';

/** What an office still has to do: finish a draft, be ready for the end of a phase, publish an outcome. */
export const duties = ['draft', 'ending', 'outcome'] as const;
export type Duty = (typeof duties)[number];

/** For how many days before it a phase counts as about to end. */
export const endingWithinDays = 7;

/** A consultation that waits for its office. */
export class WaitingConsultation {
  @IsUUID() readonly id: string;
  @IsUnit() readonly unit: string;
  @IsString() readonly title: string;
  @IsIn(languages) readonly language: Language;
  /** The title of the phase that ends; null where it has none, and for other duties. */
  @OrNull() @IsString() readonly phase: string | null;
  /** When the phase ends, or the consultation closed; null for a draft. */
  @OrNull() @IsISO8601() readonly at: string | null;
}

export class ListWaitingConsultations extends PageRequest {
  @IsIn(duties) duty: Duty;
}
export const listWaitingConsultations = pageQuery(ListWaitingConsultations, WaitingConsultation, {
  route: 'GET /consultations/waiting',
  may: 'consult',
  summary: 'Consultations of the account’s units that wait for their office; what is due first, or waits longest, first',
});

/** A consultation by its title, for those who moderate what is said in it. */
export class ModeratedConsultation {
  @IsUUID() readonly id: string;
  @IsString() readonly title: string;
  @IsIn(languages) readonly language: Language;
}
export class FindModerated extends PageRequest {
  /** A part of the title. */
  @IsString() @MinLength(1) @MaxLength(limits.titleLength) title: string;
}
export const findModerated = pageQuery(FindModerated, ModeratedConsultation, {
  route: 'GET /consultations/moderated',
  may: 'moderate',
  summary: 'Published consultations whose contributions the account may moderate, by a part of their title, newest first',
});
