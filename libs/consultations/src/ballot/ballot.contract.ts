import { IsBoolean, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import { Nested, OrNull, assuranceLevels, query, type AssuranceLevel } from '@isegoria/kernel';
import { OfConsultation } from '../consultation/of-consultation.contract';
import { MethodBallot } from '../methods/methods.contract';

/** What the signed-in person has cast in one activity; the last vote before the closing counts. */
export class OwnBallot extends MethodBallot {
  @IsUUID() readonly activityId: string;
  /** Why a moderator left this ballot out of the counts; null while it counts. */
  @OrNull() @IsString() readonly excludedReason: string | null;
  /** How much of what the person contributed stands behind the closing in the log, and so does not count. */
  @IsInt() readonly late: number;
}

/** What the signed-in person has cast in one consultation. */
export class MyBallot {
  @IsUUID() readonly consultationId: string;
  /** The pseudonym under which the person takes part in this consultation. */
  @IsString() readonly voter: string;
  /** What tells the person from others of the same readable name who wrote before: from 2 on, or null where that is not needed. */
  @OrNull() @IsInt() readonly nameNumber: number | null;
  /** One for each activity, whether or not the person cast anything there. */
  @Nested(() => OwnBallot, { each: true }) readonly activities: readonly OwnBallot[];
  /** How many contributions of a kind, such as statements, a person may add to this consultation. */
  @IsInt() readonly mostContributions: number;
  /** What the person's contributions to this consultation count as from now on. */
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /**
   * Whether that is `anonymous` because what the account's level rests on, such as its e-mail address, belonged to an account before that
   * was erased after this consultation was published.
   */
  @IsBoolean() readonly reissued: boolean;
}

export class ShowMyBallot extends OfConsultation {}
export const showMyBallot = query(ShowMyBallot, MyBallot, {
  route: 'GET /consultations/:consultationId/my-ballot',
  may: 'participate',
  summary: 'What the signed-in person has cast',
});
