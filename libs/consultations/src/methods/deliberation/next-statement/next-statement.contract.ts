import { IsInt } from 'class-validator';
import { Nested, OrNull, query } from '@isegoria/kernel';
import { OfActivity } from '../../../activity/of-activity.contract';
import { StatementView } from '../statement/statement.contract';

/** What somebody is asked next in a deliberation, and how far that person has come. */
export class NextStatement {
  /** Null when there is none left. */
  @OrNull() @Nested(() => StatementView) readonly statement: StatementView | null;
  @IsInt() readonly voted: number;
  @IsInt() readonly left: number;
}

export class ShowNextStatement extends OfActivity {}
export const showNextStatement = query(ShowNextStatement, NextStatement, {
  route: 'GET /activities/:activityId/next-statement',
  may: 'anyone',
  summary: 'The statement that the signed-in person is asked to vote on next, in an order of the person’s own; for a visitor, any',
});
