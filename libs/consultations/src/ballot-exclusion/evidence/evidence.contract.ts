import { IsInt, IsNumber, IsUUID } from 'class-validator';
import { Nested, OrNull, query } from '@isegoria/kernel';
import { SameAnswers } from '../ballot-exclusion.contract';

/** Ballots that give the same answers, and how likely that is. */
export class AlikeBallots extends SameAnswers {
  /**
   * One ballot in so many would give these answers by chance, if people answered each question whatever they answer to the others; people
   * do not, so that it is more likely than this says. Null where nothing can be said.
   */
  @OrNull() @IsNumber() readonly oneIn: number | null;
}

/** The largest groups of ballots of an activity that give the same answers in the whole consultation. */
export class AlikeBallotsView {
  @Nested(() => AlikeBallots, { each: true }) readonly groups: readonly AlikeBallots[];
  /** How many answers ballots must have in common to be shown. */
  @IsInt() readonly least: number;
}

export class ShowAlikeBallots {
  @IsUUID() activityId: string;
}
export const showAlikeBallots = query(ShowAlikeBallots, AlikeBallotsView, {
  route: 'GET /activities/:activityId/alike-ballots',
  may: 'moderate',
  summary: 'Ballots that give the same answers to the same questions, and how likely that would be by chance',
});
