import { Matches } from 'class-validator';
import { OrAbsent } from './fields';

/** What every query of a list takes: the cursor that the page before gave. */
export class PageRequest {
  @OrAbsent()
  @Matches(/^[\w.~-]{1,200}$/)
  cursor?: string;
}
