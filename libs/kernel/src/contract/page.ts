import { IsOptional, Matches } from 'class-validator';

/** What every query of a list takes: the cursor that the page before gave. */
export class PageRequest {
  @IsOptional()
  @Matches(/^[\w.~-]{1,200}$/)
  cursor?: string;
}
