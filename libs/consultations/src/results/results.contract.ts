import { IsArray, IsIn, IsInt, IsISO8601, IsString, IsUUID } from 'class-validator';
import { Nested, OrAbsent, OrNull, assuranceLevels, query, type AssuranceLevel } from '@isegoria/kernel';
import { OfConsultation } from '../consultation/of-consultation.contract';
import { MethodResults, methodNames, type MethodName } from '../methods/methods.contract';
import { IsPlaceInLog } from './as-of/place.contract';
import { CountByAssurance, type ByAssurance } from './assurance/by-assurance.contract';

/** People who cast their first vote on that day (UTC), and all up to then: those who are counted, and in `byAssurance` everybody. */
export class ParticipationDay {
  @IsString() readonly day: string;
  @IsInt() readonly newParticipants: number;
  @IsInt() readonly participants: number;
  @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number>;
}

export class QuestionCounts {
  @IsInt() readonly open: number;
  @IsInt() readonly answered: number;
  /** Before anybody answered. */
  @IsInt() readonly withdrawn: number;
}

/** The figures of one activity. The last vote of a person before the closing counts. */
export class ActivityResults extends MethodResults {
  @IsUUID() readonly activityId: string;
  @IsUUID() readonly phaseId: string;
  @IsIn(methodNames) readonly method: MethodName;
  @OrNull() @IsString() readonly title: string | null;
  /** The level that headline figures count from, as an official chose; `byAssurance` has everybody. */
  @IsIn(assuranceLevels) readonly countsFrom: AssuranceLevel;
  /** People at that level or above with a counted ballot. */
  @IsInt() readonly participants: number;
  @Nested(() => CountByAssurance) readonly participantsByAssurance: ByAssurance<number>;
  /** Ballots that moderators left out of all other figures, each for a reason on record; a ballot that was put back is not among them. */
  @IsInt() readonly excludedBallots: number;
  /** All vote events before the closing, changed ones and those of excluded ballots included; of people at that level or above. */
  @IsInt() readonly votesCast: number;
  @Nested(() => CountByAssurance) readonly votesCastByAssurance: ByAssurance<number>;
  /** Votes, statements and the like that stand behind the closing in the log: no other figure has them. */
  @IsInt() readonly late: number;
  @Nested(() => ParticipationDay, { each: true }) readonly participation: readonly ParticipationDay[];
  /**
   * True while what people chose is hidden: until the closing and, beside `closed`, until the log has the key that opens the ballots. Of
   * that the results say nothing. Absent otherwise.
   */
  @OrAbsent() @IsIn([true]) readonly resultsHidden?: true;
  /** True once its closing stands in the log, up to the position of these figures: nobody votes any more. Absent before. */
  @OrAbsent() @IsIn([true]) readonly closed?: true;
}

/** The transparency dashboard of one consultation. */
export class ConsultationResults {
  @IsUUID() readonly consultationId: string;
  /** The log position that these figures include, and when they were computed; of earlier figures, the moment as of which they stood. */
  @IsInt() readonly position: number;
  @IsISO8601() readonly computedAt: string;
  /** Events that could not be applied and were left out on record: while there are any, these figures are incomplete. */
  @IsArray() @IsUUID(undefined, { each: true }) readonly skippedEvents: readonly string[];
  /** In the order of their phases. */
  @Nested(() => ActivityResults, { each: true }) readonly activities: readonly ActivityResults[];
  @Nested(() => QuestionCounts) readonly questions: QuestionCounts;
  @IsInt() readonly comments: number;
}

export class ShowResults extends OfConsultation {
  /**
   * A log position, or a time with its zone and in whole seconds, which means the last position of this consultation recorded at or before
   * it: the figures as they stood then. Now when absent.
   */
  @OrAbsent() @IsPlaceInLog() asOf?: string;
}
export const showResults = query(ShowResults, ConsultationResults, {
  route: 'GET /consultations/:consultationId/results',
  may: 'anyone',
  summary: 'The figures of a consultation, activity by activity, with the log position they include, or as they stood at an earlier one',
});
