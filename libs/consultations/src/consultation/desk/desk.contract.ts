import { IsISO8601, IsIn, IsInt, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsUnit, Nested, OrAbsent, OrNull, PageRequest, languages, limits, pageQuery, type Language } from '@isegoria/kernel';
import { methodNames, type MethodName } from '../../methods/methods.contract';

/**
 * What an office still has to do: finish a draft or mend one that was sent back, check one that a colleague wrote, wait for the check of an
 * own one, publish one that was approved, be ready for the end of a phase, confirm forms on paper before it, answer an activity that is
 * over, publish an outcome.
 */
export const duties = ['draft', 'sentBack', 'review', 'asked', 'approved', 'ending', 'paper', 'answer', 'outcome'] as const;
export type Duty = (typeof duties)[number];

/** For how many days before it a phase counts as about to end. */
export const endingWithinDays = 7;

/** An activity that nobody has answered, or of which forms wait. */
export class WaitingActivity {
  @IsUUID() readonly id: string;
  @IsIn(methodNames) readonly method: MethodName;
  @OrNull() @IsString() readonly title: string | null;
  /** How many statements in it, or listed texts, have no answer, or how many forms on paper are not confirmed. */
  @IsInt() readonly open: number;
}

/** A consultation that waits for its office. */
export class WaitingConsultation {
  @IsUUID() readonly id: string;
  @IsUnit() readonly unit: string;
  @IsString() readonly title: string;
  @IsIn(languages) readonly language: Language;
  /** The title of the phase that ends; null where it has none, and for duties that know no phase. */
  @OrNull() @IsString() readonly phase: string | null;
  /** When the phase ends, the consultation closed, somebody asked for the check or decided, or entered the first form; null for a draft. */
  @OrNull() @IsISO8601() readonly at: string | null;
  /** By when it is to be done; null where nothing was promised. */
  @OrNull() @IsISO8601() readonly dueAt: string | null;
  /** What is to be answered, or of which forms wait; null for other duties. */
  @OrNull() @Nested(() => WaitingActivity) readonly activity: WaitingActivity | null;
  /** Why a draft was sent back; null for other duties. */
  @OrNull() @IsString() readonly reason: string | null;
}

export class ListWaitingConsultations extends PageRequest {
  @IsIn(duties) duty: Duty;
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
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
