import { IsInt, IsNumber } from 'class-validator';
import { IsUnit, Nested, OrNull, query } from '@isegoria/kernel';

/** How one unit keeps its promises; of cancelled consultations nothing is owed. */
export class UnitResponseTimes {
  @IsUnit() readonly unit: string;
  /** With a promise, and not over yet. */
  @IsInt() readonly open: number;
  /** Over, and not answered: before the promised day, and behind it. */
  @IsInt() readonly due: number;
  @IsInt() readonly overdue: number;
  /** With a promise or without one, in time or late. */
  @IsInt() readonly answered: number;
  @IsInt() readonly answeredLate: number;
  /** Milestones that were neither done nor dropped when they were due: those that are overdue, and those that have come since. */
  @IsInt() readonly milestonesLate: number;
  /** From the end to the first answer, in days with one decimal; null where nothing was answered. */
  @OrNull() @IsNumber() readonly medianDays: number | null;
}

export class ResponseTimes {
  /** In the order of their ids. */
  @Nested(() => UnitResponseTimes, { each: true }) readonly units: readonly UnitResponseTimes[];
}

export class ShowResponseTimes {}
export const showResponseTimes = query(ShowResponseTimes, ResponseTimes, {
  route: 'GET /response-times',
  may: 'anyone',
  summary: 'How many consultations of each unit wait for an answer, are overdue or were answered, in how many days; its late milestones',
});
