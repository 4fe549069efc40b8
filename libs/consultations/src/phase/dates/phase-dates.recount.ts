import { datesOfChange } from '../../change-of-dates/change-of-dates.recount';
import { datesOfPublication } from '../../publication/publication.recount';
import type { DatesSaid } from './dates-said.recount';

/** One line for each act that gives dates. */
export const datesSaid: readonly DatesSaid[] = [datesOfPublication, datesOfChange];
