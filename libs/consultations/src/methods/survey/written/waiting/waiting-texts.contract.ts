import { IsISO8601, IsIn, IsString, IsUUID } from 'class-validator';
import { IsUnit, OrAbsent, OrNull, PageRequest, languages, pageQuery, type Language } from '@isegoria/kernel';

/** A closed survey in which texts wait for a moderator. */
export class WaitingTextsView {
  /** Of the survey. */
  @IsUUID() readonly id: string;
  @IsUUID() readonly consultationId: string;
  @IsUnit() readonly unit: string;
  /** Of the consultation. */
  @IsString() readonly title: string;
  @IsIn(languages) readonly language: Language;
  /** Of the survey; null where it has none of its own. */
  @OrNull() @IsString() readonly about: string | null;
  /** When its phase or its consultation closed. */
  @OrNull() @IsISO8601() readonly closedAt: string | null;
}

export class ListWaitingTexts extends PageRequest {
  /** Only in this unit and below it. */
  @OrAbsent() @IsUnit() unit?: string;
}
export const listWaitingTexts = pageQuery(ListWaitingTexts, WaitingTextsView, {
  route: 'GET /surveys/waiting-texts',
  may: 'moderate',
  summary: 'Closed surveys of the account’s units in which somebody wrote what no moderator has decided about; closed first first',
});
