import { Any, In, type EntityManager } from 'typeorm';
import { assuranceLevels, isAtLeast, type AssuranceLevel, type Recorded } from '@isegoria/kernel';
import type { Projection } from '@isegoria/projection';
import type { AssuranceRaised } from '../../../assurance-raise/assurance-raise.contract';
import type { BallotExcluded, BallotReinstated } from '../../../ballot-exclusion/ballot-exclusion.contract';
import { byClosing } from '../../../late/closing.read-model';
import { responseChannels } from '../channels/channel.contract';
import { LinkBatchRow } from '../links/survey-links.read-model';
import type { LinkedResponseSubmitted, SurveyLinksRevoked } from '../links/survey-links.contract';
import type { PaperFormConfirmed } from '../paper/entry/paper-entry.contract';
import type { ResponseSubmitted } from '../response/response.contract';
import { choicesGiven } from '../results/survey-tallies.read-model';
import type { QuotaPlaces, SurveySettings } from '../survey.contract';
import { QuotaFold } from './quota-fold';
import { keepBeyond, keepPlaces, type BeyondQuota } from './quota-places.read-model';
import { QuotaExceededRow, QuotaResponseRow, QuotaTakenRow } from './quota-rows.read-model';
import { cellName, cellsOf, type Cell } from './quotas.pure';

type Response = ResponseSubmitted | LinkedResponseSubmitted | PaperFormConfirmed;
export type Happened = Recorded<Response | BallotExcluded | BallotReinstated | SurveyLinksRevoked | AssuranceRaised>;

const responded = new Set<string>(['ResponseSubmitted', 'LinkedResponseSubmitted', 'PaperFormConfirmed']);
export const isResponse = (event: Happened): event is Recorded<Response> => responded.has(event.type);
const endedByClosing = new Set<string>([...responded, 'AssuranceRaised']);
const known = new Set<string>([...endedByClosing, 'BallotExcluded', 'BallotReinstated', 'SurveyLinksRevoked']);

/**
 * Comes behind the answers and the closings in its group, and before whatever counts responses: what is beyond a quota is found by the
 * order of the log over all channels, which are counted one after the other.
 */
export function quotasProjection(): Projection {
  return { name: 'consultations/quotas', entities: [QuotaResponseRow, QuotaTakenRow, QuotaExceededRow], apply };
}

/** Of surveys that keep an earlier rule. */
async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const { survey, inTime } of await happenedInQuotas(events, rows, false)) await judge(survey, inTime, rows);
}

interface InQuotas {
  readonly survey: SurveyWithQuotas;
  readonly inTime: readonly Happened[];
}

/**
 * What happened in time in each survey that has quotas, in the order of the log.
 * @param byStanding of surveys whose places are those of the standing responses, or of all others
 */
export async function happenedInQuotas(events: readonly Recorded[], rows: EntityManager, byStanding: boolean): Promise<InQuotas[]> {
  const ofSurveys = (events as readonly Happened[]).filter(({ type }) => known.has(type));
  const found: InQuotas[] = [];
  for (const survey of await quotasIn(rows, ofSurveys)) {
    if ((survey.places === 'standing') !== byStanding) continue;
    // Whoever is raised is so in all activities of the consultation that are open at that place.
    const own = ofSurveys.flatMap((event): Recorded[] => {
      const { activityId, consultationId } = survey;
      if (event.type !== 'AssuranceRaised') return event.data.activityId === activityId ? [event] : [];
      return event.data.consultationId === consultationId ? [{ ...event, data: { ...event.data, activityId } }] : [];
    });
    const { inTime } = await byClosing(own, rows, endedByClosing);
    found.push({ survey, inTime: inTime as readonly Happened[] });
  }
  return found;
}

export interface SurveyWithQuotas {
  readonly activityId: string;
  readonly consultationId: string;
  readonly cells: readonly Cell[];
  /** The level from which responses are counted. */
  readonly countsFrom: AssuranceLevel;
  /** Which responses take places; all do when absent. */
  readonly places: QuotaPlaces | undefined;
}

/** Of the surveys that something happened to, those that have quotas. */
async function quotasIn(rows: EntityManager, events: readonly Happened[]): Promise<readonly SurveyWithQuotas[]> {
  const named = { activities: new Set<string>(), consultations: new Set<string>() };
  for (const { type, data } of events)
    if (type === 'AssuranceRaised') named.consultations.add(data.consultationId);
    else named.activities.add(data.activityId);
  if (named.activities.size + named.consultations.size === 0) return [];
  const found: { activityId: string; consultationId: string; settings: SurveySettings; countsFrom: number }[] = await rows.query(
    `SELECT activity.id AS "activityId", consultation_id AS "consultationId", settings, counts_from AS "countsFrom"
     FROM activity JOIN consultation ON consultation.id = consultation_id
     WHERE method = 'survey' AND (activity.id = ANY ($1) OR consultation_id = ANY ($2)) ORDER BY activity.id`,
    [[...named.activities], [...named.consultations]],
  );
  return found.flatMap(({ settings, countsFrom, ...place }) => {
    const cells = cellsOf(settings.questionnaire);
    return cells.length === 0 ? [] : [{ ...place, cells, countsFrom: assuranceLevels[countsFrom]!, places: settings.quotaPlaces }];
  });
}

const ofAccount = (voter: string) => `account ${voter}`;

/** What makes a response one: `channel key`. */
export function namesIn({ type, data }: Happened): string[] {
  if (type === 'SurveyLinksRevoked') return [];
  if (type === 'AssuranceRaised') return data.voters.map(ofAccount);
  if (type === 'LinkedResponseSubmitted') return [`link ${data.link}`];
  return [type === 'PaperFormConfirmed' ? `paper ${data.form}` : ofAccount(data.voter)];
}

export const keyIn = (name: string): string => name.split(' ')[1]!;

async function judge(survey: SurveyWithQuotas, events: readonly Happened[], rows: EntityManager): Promise<void> {
  const { activityId, cells, countsFrom, places } = survey;
  const keys = [...new Set(events.flatMap(namesIn).map(keyIn))];
  // One after the other: they share the connection of a transaction.
  const before = await rows.findBy(QuotaResponseRow, { activityId, channel: In(responseChannels), key: Any(keys) });
  const taken = await rows.findBy(QuotaTakenRow, { activityId });
  const choicesOf = await choicesGiven(
    events.flatMap((event) => (isResponse(event) ? [event.data] : [])),
    rows,
  );
  const revoked = await revokedIn(activityId, rows);
  const fold = new QuotaFold(
    new Map(cells.map((cell) => [cellName(cell), cell.most])),
    new Map(taken.map((row) => [row.cell, row.taken])),
    new Map(before.map(({ channel, key, ...response }) => [`${channel} ${key}`, response])),
  );
  const happened = (name: string, { type, data }: Happened): boolean => {
    switch (type) {
      case 'SurveyLinksRevoked':
        return false;
      case 'BallotExcluded':
        return (fold.leaveOut(name), false);
      case 'BallotReinstated':
        return fold.putBack(name);
      case 'AssuranceRaised':
        return isAtLeast(data.level, countsFrom) && fold.raise(name);
      default: {
        // As it is counted: the first response by a link that was revoked before counts for nothing.
        if (type === 'LinkedResponseSubmitted' && revoked.has(data.batch) && !fold.standing.has(name)) return false;
        const counts = !places || type !== 'ResponseSubmitted' || isAtLeast(data.assurance, countsFrom);
        return fold.respond(name, choicesOf(data), counts);
      }
    }
  };
  const beyond: BeyondQuota[] = [];
  for (const event of events) {
    if (event.type === 'SurveyLinksRevoked') revoked.add(event.data.batch);
    for (const name of namesIn(event))
      if (happened(name, event)) beyond.push({ activityId, position: event.position, key: keyIn(name) });
  }
  await keepPlaces(activityId, fold, rows);
  await keepBeyond(beyond, rows);
}

async function revokedIn(activityId: string, rows: EntityManager): Promise<Set<number>> {
  const batches = await rows.findBy(LinkBatchRow, { activityId });
  return new Set(batches.filter(({ revokedAt }) => revokedAt !== null).map(({ batch }) => batch));
}
