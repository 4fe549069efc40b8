import { IsIn, IsISO8601, IsInt, IsString, IsUUID } from 'class-validator';
import { OrNull, PageRequest, pageQuery } from '@isegoria/kernel';

/**
 * What a consultation is told of beside what its own view says: its words or those of an activity were corrected, a draft law has a further
 * version, an activity, or something in it, has a first official answer, an outcome was revised.
 */
export const toldKinds = ['corrected', 'activityCorrected', 'revised', 'answered', 'outcomeRevised'] as const;
export type ToldKind = (typeof toldKinds)[number];

export class ToldMomentView {
  @IsIn(toldKinds) readonly kind: ToldKind;
  @IsISO8601() readonly at: string;
  /** Null for the words and the outcome of the consultation itself. */
  @OrNull() @IsUUID() readonly activityId: string | null;
  /** Why, for everybody to read; null where nobody said so, and for answers. */
  @OrNull() @IsString() readonly reason: string | null;
  /** Of a draft law, from 2; null for anything else. */
  @OrNull() @IsInt() readonly version: number | null;
  /** How many answers there are by now; null for anything else. */
  @OrNull() @IsInt() readonly answers: number | null;
}

export class ListToldMoments extends PageRequest {
  @IsUUID() consultationId: string;
}
export const listToldMoments = pageQuery(ListToldMoments, ToldMomentView, {
  route: 'GET /consultations/:consultationId/timeline',
  may: 'anyone',
  summary: 'Corrections, versions of draft laws, first official answers and revised outcomes of a consultation, the last one first',
});
