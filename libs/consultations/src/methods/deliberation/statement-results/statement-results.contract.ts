import { IsIn, IsInt, IsString, IsUUID, Matches } from 'class-validator';
import { Nested, OrAbsent, OrNull, PageRequest, assuranceLevels, query, type AssuranceLevel } from '@isegoria/kernel';
import { StatementResult } from '../deliberation.contract';
import { statementIds } from '../statement/statement.contract';


/** A page of statements with their tallies, in order of submission, as of a position of the log. */
export class StatementResultsPage {
  @IsInt() readonly position: number;
  /** The level that tallies count from. */
  @IsIn(assuranceLevels) readonly countsFrom: AssuranceLevel;
  @Nested(() => StatementResult, { each: true }) readonly items: readonly StatementResult[];
  /** The cursor of the page that follows; null at the end. */
  @OrNull() @IsString() readonly next: string | null;
  /** How many statements the deliberation has. */
  @IsInt() readonly count: number;
}

export class ListStatementResults extends PageRequest {
  @IsUUID() activityId: string;
  /** Ids, separated by commas: these statements alone. */
  @OrAbsent() @Matches(statementIds) only?: string;
}
export const listStatementResults = query(ListStatementResults, StatementResultsPage, {
  route: 'GET /activities/:activityId/statement-results',
  may: 'anyone',
  summary: 'All statements of a deliberation with their votes, the rejected ones included, in order of submission',
});
