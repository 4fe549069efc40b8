import { IsInt, IsString, IsUUID, Matches } from 'class-validator';
import { Nested, OrAbsent, OrNull, PageRequest, command } from '@isegoria/kernel';

/** The name of a class of networks and kinds of device in one activity. It says nothing of an address. */
const originName = /^[0-9a-f]{32}$/;

/** So many ballots of an activity came from one class of neighbouring networks and one kind of device. */
export class OriginClass {
  @Matches(originName) readonly origin: string;
  @IsInt() readonly ballots: number;
}

/** The class that a ballot shares with the most others. */
export class OriginOfBallot extends OriginClass {
  @IsString() readonly voter: string;
}

export class BallotOrigins {
  /** The largest first. */
  @Nested(() => OriginClass, { each: true }) readonly classes: readonly OriginClass[];
  /** Of the ballots that were asked about, those in a class that is large enough to be shown. */
  @Nested(() => OriginOfBallot, { each: true }) readonly of: readonly OriginOfBallot[];
  /** A page of the ballots of the class that was asked for, by pseudonym. */
  @IsString({ each: true }) readonly voters: readonly string[];
  /** The `cursor` of the page that follows; null at the end. */
  @OrNull() @IsString() readonly next: string | null;
}

export class ShowBallotOrigins extends PageRequest {
  @IsUUID() activityId: string;
  /** Pseudonyms, separated by commas. */
  @OrAbsent() @Matches(/^[0-9a-f]{32}(,[0-9a-f]{32}){0,99}$/) voters?: string;
  /** The ballots of this class. */
  @OrAbsent() @Matches(originName) origin?: string;
}
/** Asks the service, which alone has them, and only for some days. */
export const showBallotOrigins = command(ShowBallotOrigins, {
  route: 'GET /activities/:activityId/ballot-origins',
  may: 'moderate',
  summary: 'From how many classes of neighbouring networks ballots came in the last days, as far as five or more came from one',
  reply: BallotOrigins,
});
