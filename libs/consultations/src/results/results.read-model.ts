import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, assuranceLevels, type AssuranceLevel, type Recorded } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { isRowId, keptAnswer, readPosition, type Projection } from '@isegoria/projection';
import { activitiesOf, type ActivityRow } from '../activity/activity.read-model';
import type { AssuranceRaised } from '../assurance-raise/assurance-raise.contract';
import { atRaisedLevels, countRaise, type RaisedVotes } from '../assurance-raise/count-raises.read-model';
import type { ChangedAnswers } from '../ballot-exclusion/evidence/answers.read-model';
import type { BallotExcluded, BallotReinstated } from '../ballot-exclusion/ballot-exclusion.contract';
import { RevealedActivityRow, areResultsHidden, countRevealed } from '../hidden-results/hidden-results.read-model';
import type { BallotsRevealed } from '../hidden-results/hidden-results.contract';
import { ConsultationRow, visibleConsultation } from '../consultation/view/consultation.read-model';
import { byClosing } from '../late/closing.read-model';
import { LateContributionRow, keepLate } from '../late/late-contribution.read-model';
import { contributionsTo } from '../methods/method/method.contract';
import type { Opened, ReadMethod } from '../methods/method/method.read-model';
import type { CastEvent, MethodResults } from '../methods/methods.contract';
import { methodOf, readMethods } from '../methods/methods.read-model';
import { counted } from './assurance/by-assurance.contract';
import { countExclusion } from './turnout/count-exclusions.read-model';
import { countParticipants } from './turnout/count-participants.read-model';
import { countTurnout, type Happened } from './turnout/count-turnout.read-model';
import { feedbackCounts } from './feedback/feedback-counts.read-model';
import { inWords } from './assurance/levels-in-rows.read-model';
import { participationOf } from './participation/participation.read-model';
import { showResults, type ActivityResults, type ConsultationResults } from './results.contract';
import { StandingVotesRow, forgetNoVotes } from './analysis/standing-votes.read-model';
import { AttendanceRow, AttendantRow, ParticipantRow, ParticipationDayRow, TurnoutRow } from './turnout/tallies.read-model';

/** Counts what was cast in time, by any method, and keeps what came too late to be shown as that. */
export function resultsProjection(methods: readonly ReadMethod[] = readMethods): Projection {
  const apply = (events: readonly Recorded[], rows: EntityManager) => countAll(events, rows, methods);
  const turnout = [ParticipantRow, ParticipationDayRow, TurnoutRow, AttendantRow, AttendanceRow];
  const own = [RevealedActivityRow, StandingVotesRow, ...turnout, LateContributionRow];
  return { name: 'consultations/results', entities: [...new Set([...methods.flatMap((method) => method.entities), ...own])], apply };
}

async function countAll(events: readonly Recorded[], rows: EntityManager, methods: readonly ReadMethod[]): Promise<void> {
  const { inTime, late } = await byClosing(events, rows, contributionsTo(methods.map(({ contract }) => contract)));
  const inOrder = await countInOrder(inTime, rows, methods);
  await rows.query(forgetNoVotes);
  await keepLate(late, rows);
  await countTurnout({ ...inOrder, late }, rows, methods);
}

/**
 * What was cast before a ballot is excluded or put back, or people are raised to another level, is counted first, because these move the
 * counts by what is in the rows. Returns votes at the level at which they count, and leaves out the exclusions that moved nothing: those of
 * ballots of which nothing was cast in time.
 */
async function countInOrder(
  events: readonly Recorded[],
  rows: EntityManager,
  methods: readonly ReadMethod[],
): Promise<Omit<Happened, 'late'>> {
  const castEvents = new Set(methods.map(({ contract }) => contract.castEvent));
  const counted: Recorded[] = [];
  const raised: RaisedVotes[] = [];
  let cast: Recorded<CastEvent>[] = [];
  const countSoFar = async () => {
    const atTheirLevels = await atRaisedLevels(cast, rows);
    await countCast(atTheirLevels, rows, methods);
    counted.push(...atTheirLevels);
    cast = [];
  };
  for (const event of events) {
    const { type } = event;
    if (castEvents.has(type)) cast.push(event as Recorded<CastEvent>);
    else if (type === 'AssuranceRaised') {
      await countSoFar();
      raised.push(...(await countRaise(event as Recorded<AssuranceRaised>, rows, methods)));
    } else if (type === 'BallotExcluded' || type === 'BallotReinstated') {
      await countSoFar();
      if (await countExclusion(event as Recorded<BallotExcluded | BallotReinstated>, rows, methods)) counted.push(event);
    } else if (type === 'BallotsRevealed') {
      await countSoFar();
      await countRevealed(event as Recorded<BallotsRevealed>, rows, methods);
      counted.push(event);
    } else counted.push(event);
  }
  await countSoFar();
  return { counted, raised };
}

async function countCast(cast: readonly Recorded<CastEvent>[], rows: EntityManager, methods: readonly ReadMethod[]): Promise<void> {
  const changed: ChangedAnswers[] = [];
  for (const method of methods) {
    const own = cast.filter(({ type }) => type === method.contract.castEvent);
    changed.push(...(await method.count(own, rows)));
  }
  await countParticipants(cast, changed, rows);
}

/**
 * The transparency dashboard of one consultation, activity by activity, all of it as of one log position; undefined when there is no such
 * consultation; the caller checks whether the reader may see a draft. Texts that are not public are null. In `participation`, `byAssurance`
 * tells all participants by level up to and including that day, so that its last entry equals `participantsByAssurance`.
 */
export async function consultationResults(
  dataSource: DataSource,
  keys: SubjectKeys,
  consultationId: string,
  methods: readonly ReadMethod[] = readMethods,
): Promise<ConsultationResults | undefined> {
  if (!isRowId(consultationId)) return undefined;
  const found = await dataSource.transaction('REPEATABLE READ', (rows) => snapshotOf(rows, consultationId, methods));
  if (!found) return undefined;
  const { activities, ...results } = found;
  return { ...results, activities: await Promise.all(activities.map((activity) => openedWith(keys, activity))) };
}

/** For the results of other methods. */
const noResults = Object.assign({}, ...readMethods.map(({ contract }) => contract.noResults)) as MethodResults;

type SealedResults = Omit<ActivityResults, keyof MethodResults> & { readonly opened: Opened | undefined };
type Snapshot = Omit<ConsultationResults, 'activities'> & { readonly activities: readonly SealedResults[] };

async function openedWith(keys: SubjectKeys, { opened, ...results }: SealedResults): Promise<ActivityResults> {
  return { ...noResults, ...results, ...(await opened?.(keys)) };
}

async function snapshotOf(rows: EntityManager, consultationId: string, methods: readonly ReadMethod[]): Promise<Snapshot | undefined> {
  const { position, computedAt, skippedEvents } = await readPosition(rows, ['consultations']);
  const consultation = await rows.findOneBy(ConsultationRow, { id: consultationId });
  if (!consultation) return undefined;
  const activities: SealedResults[] = [];
  const countsFrom = assuranceLevels[consultation.countsFrom]!;
  for (const activity of (await activitiesOf(rows, [consultation])).get(consultation.id) ?? [])
    activities.push(await resultsOf(rows, activity, countsFrom, methods));
  return {
    consultationId,
    position,
    computedAt: computedAt.toISOString(),
    skippedEvents,
    activities,
    ...(await feedbackCounts(rows, consultationId)),
  };
}

async function resultsOf(
  rows: EntityManager,
  activity: ActivityRow,
  countsFrom: AssuranceLevel,
  methods: readonly ReadMethod[],
): Promise<SealedResults> {
  const { id: activityId, phaseId, method, title, settings } = activity;
  const { votesCast, excludedBallots = 0, late = 0 } = (await rows.findOneBy(TurnoutRow, { activityId })) ?? {};
  const isHidden = await areResultsHidden(rows, activity);
  const participation = await participationOf(rows, activityId, countsFrom);
  const { participants = 0, byAssurance = inWords(null) } = participation.at(-1) ?? {};
  return {
    activityId,
    phaseId,
    method,
    title,
    countsFrom,
    participants,
    participantsByAssurance: byAssurance,
    excludedBallots,
    votesCast: counted(inWords(votesCast), countsFrom),
    votesCastByAssurance: inWords(votesCast),
    late,
    participation,
    ...(isHidden && { resultsHidden: true as const }),
    opened: isHidden ? undefined : await methodOf(method, methods)?.results(rows, { id: activityId, settings, countsFrom }),
  };
}

export const resultsAnswers = [
  keptAnswer(showResults, ['consultations'], 'consultationId', async (consultationId, { rows, keys }) => {
    await visibleConsultation(rows, consultationId, undefined);
    const results = await consultationResults(rows, keys, consultationId);
    if (!results) throw new Rejection('NOT_FOUND');
    return results;
  }),
];
