import { IsArray, IsIn, IsInt, IsISO8601, IsNumber, IsString, IsUUID } from 'class-validator';
import { Nested, OrNull, query } from '@isegoria/kernel';
import { OfActivity } from '../../../activity/of-activity.contract';

export class RepresentativeStatement {
  @IsUUID() readonly statementId: string;
  @IsIn(['agree', 'disagree']) readonly choice: 'agree' | 'disagree';
  @IsInt() readonly agrees: number;
  @IsInt() readonly disagrees: number;
  @IsInt() readonly votes: number;
  /** Representativeness: the group's smoothed share over everybody else's. */
  @IsNumber() readonly score: number;
}
export class OpinionGroup {
  /** A, B, C ...: by size when they were first shown; from then on a letter stays with its people, so that one may be missing between. */
  @IsString() readonly id: string;
  @IsInt() readonly participants: number;
  /** Statements whose votes set this group apart, strongest first. */
  @Nested(() => RepresentativeStatement, { each: true }) readonly representative: readonly RepresentativeStatement[];
}
export class MapParticipant {
  @IsString() readonly pseudonym: string;
  @IsNumber() readonly x: number;
  @IsNumber() readonly y: number;
  /** Null where no groups are clear. */
  @OrNull() @IsString() readonly group: string | null;
}
export class ConsensusStatement {
  @IsUUID() readonly statementId: string;
  @IsNumber() readonly score: number;
}
export class MapView {
  @Nested(() => MapParticipant, { each: true }) readonly participants: readonly MapParticipant[];
  /** None where no groups are clear. */
  @Nested(() => OpinionGroup, { each: true }) readonly groups: readonly OpinionGroup[];
  /**
   * The statements with which, in every group, more than half of those who voted on them agree, by group-aware consensus: the product over
   * the groups of (agrees+1)/(votes+2), highest first. Where no groups are clear, everybody on the map is one group.
   */
  @Nested(() => ConsensusStatement, { each: true }) readonly consensus: readonly ConsensusStatement[];
  @IsNumber() readonly silhouette: number;
  /** How surely groups are found again by the votes on half of the statements: 1 the same people, 0 no more than chance would have it. */
  @IsNumber() readonly certainty: number;
}
/** People who cast a vote that counts and are not on the map, and why. */
export class UnplacedPeople {
  /** With fewer votes than it takes. */
  @IsInt() readonly tooFewVotes: number;
  /** With votes enough, all of them on statements that were rejected. */
  @IsInt() readonly onlyOnRejected: number;
}

/** Whom a map places: those whom headline figures count, or everybody. */
export type MappedPeople = 'counted' | 'everybody';

/** The opinion map of a deliberation: same log, same map, to the last digit. */
export class OpinionMap {
  @IsUUID() readonly activityId: string;
  @IsInt() readonly position: number;
  @IsISO8601() readonly computedAt: string;
  /** As in the results. */
  @IsArray() @IsUUID(undefined, { each: true }) readonly skippedEvents: readonly string[];
  /** Null when there are too few votes for a map; the reason is in `participants` and `statements`. */
  @OrNull() @Nested(() => MapView) readonly map: MapView | null;
  /** People with votes enough to be placed. */
  @IsInt() readonly participants: number;
  /** Those not rejected that somebody voted on. */
  @IsInt() readonly statements: number;
  /** How many statements a person must have voted on to be placed. */
  @IsInt() readonly needed: number;
  @Nested(() => UnplacedPeople) readonly unplaced: UnplacedPeople;
}

export class ShowOpinionMap extends OfActivity {}
export const showOpinionMap = query(ShowOpinionMap, OpinionMap, {
  route: 'GET /activities/:activityId/opinion-map',
  may: 'anyone',
  summary: 'Groups of opinion and what they agree on, of the people whom headline figures count',
});

export class ShowMapOfEverybody extends OfActivity {}
export const showMapOfEverybody = query(ShowMapOfEverybody, OpinionMap, {
  route: 'GET /activities/:activityId/opinion-map/everybody',
  may: 'anyone',
  summary: 'The same map of everybody who voted, at whatever assurance level',
});
