import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, assuranceLevels, type Recorded } from '@isegoria/kernel';
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
import { byClosing, isClosedByTheLog } from '../late/closing.read-model';
import { LateContributionRow, keepLate, lateUpTo } from '../late/late-contribution.read-model';
import { contributionsTo } from '../methods/method/method.contract';
import type { CountedActivity, Opened, ReadMethod } from '../methods/method/method.read-model';
import type { CastEvent, MethodResults } from '../methods/methods.contract';
import type { StatementSubmitted } from '../methods/deliberation/statement/statement.contract';
import { methodOf, readMethods } from '../methods/methods.read-model';
import { counted } from './assurance/by-assurance.contract';
import { countExclusion } from './turnout/count-exclusions.read-model';
import { countParticipants } from './turnout/count-participants.read-model';
import { countWriters } from './turnout/count-writers.read-model';
import { countTurnout, type Happened } from './turnout/count-turnout.read-model';
import { feedbackCounts } from './feedback/feedback-counts.read-model';
import { inWords } from './assurance/levels-in-rows.read-model';
import { askedPlace } from './as-of/asked-place.read-model';
import { CountMoveRow, countsUpTo } from './as-of/count-moves.read-model';
import { inTurn } from './as-of/in-turn.read-model';
import { participationOf, peopleByDay } from './participation/participation.read-model';
import { showResults, type ActivityResults, type ConsultationResults } from './results.contract';
import { StandingVotesRow, forgetNoVotes } from './analysis/standing-votes.read-model';
import { AttendanceRow, AttendantRow, ParticipantRow, ParticipationDayRow, TurnoutRow, WriterRow } from './turnout/tallies.read-model';

/** Counts what was cast in time, by any method, and keeps what came too late to be shown as that. */
export function resultsProjection(methods: readonly ReadMethod[] = readMethods): Projection {
  const apply = (events: readonly Recorded[], rows: EntityManager) => countAll(events, rows, methods);
  const turnout = [ParticipantRow, ParticipationDayRow, TurnoutRow, WriterRow, AttendantRow, AttendanceRow];
  const own = [RevealedActivityRow, StandingVotesRow, CountMoveRow, LateContributionRow, ...turnout];
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
  let written: Recorded<StatementSubmitted>[] = [];
  const countSoFar = async () => {
    const atTheirLevels = await atRaisedLevels(cast, rows);
    await countCast(atTheirLevels, rows, methods);
    await countWriters(written, rows);
    counted.push(...atTheirLevels);
    [cast, written] = [[], []];
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
    } else {
      if (type === 'StatementSubmitted') written.push(event as Recorded<StatementSubmitted>);
      counted.push(event);
    }
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
 * @param asOf a place in the log as of which they are asked for; now when absent
 * @throws Rejection NOT_RECORDED_YET, NOT_OPEN_THEN, RESULTS_HIDDEN
 */
export async function consultationResults(
  dataSource: DataSource,
  keys: SubjectKeys,
  consultationId: string,
  methods: readonly ReadMethod[] = readMethods,
  asOf?: string,
): Promise<ConsultationResults | undefined> {
  if (!isRowId(consultationId)) return undefined;
  const found = await dataSource.transaction('REPEATABLE READ', (rows) => snapshotOf(rows, consultationId, methods, asOf));
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

async function snapshotOf(
  rows: EntityManager,
  consultationId: string,
  methods: readonly ReadMethod[],
  asOf: string | undefined,
): Promise<Snapshot | undefined> {
  const { position: reached, computedAt, skippedEvents } = await readPosition(rows, ['consultations']);
  const consultation = await rows.findOneBy(ConsultationRow, { id: consultationId });
  if (!consultation) return undefined;
  const place = asOf === undefined ? undefined : await askedPlace(rows, asOf, consultation, reached);
  const activities: SealedResults[] = [];
  const countsFrom = assuranceLevels[consultation.countsFrom]!;
  const all = (await activitiesOf(rows, [consultation])).get(consultation.id) ?? [];
  if (place) await refuseAllHidden(rows, all);
  for (const activity of all)
    activities.push(await resultsOf(rows, activity, { countsFrom, upTo: place?.position }, methods));
  return {
    consultationId,
    position: place?.position ?? reached,
    computedAt: (place?.at ?? computedAt).toISOString(),
    skippedEvents,
    activities,
    ...(await feedbackCounts(rows, consultationId, place?.position)),
  };
}

async function resultsOf(
  rows: EntityManager,
  activity: ActivityRow,
  { countsFrom, upTo }: Pick<CountedActivity, 'countsFrom' | 'upTo'>,
  methods: readonly ReadMethod[],
): Promise<SealedResults> {
  const { id: activityId, phaseId, method, title, settings } = activity;
  const counts = upTo === undefined ? countsNow(rows, activityId) : countsThen(rows, activityId, upTo);
  const { votesCast, excludedBallots, late, days } = await counts;
  const isHidden = await areResultsHidden(rows, activity, upTo);
  const isClosed = await isClosedByTheLog(rows, activityId, upTo);
  const participation = participationOf(days, countsFrom);
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
    ...(isClosed && { closed: true as const }),
    opened: isHidden ? undefined : await methodOf(method, methods)?.results(rows, { id: activityId, settings, countsFrom, upTo, isClosed }),
  };
}

/**
 * Beside others, a vote with hidden results says so and tells how many voted.
 * @throws Rejection RESULTS_HIDDEN when they are hidden now, of all activities
 */
async function refuseAllHidden(rows: EntityManager, activities: readonly ActivityRow[]): Promise<void> {
  for (const activity of activities) if (!(await areResultsHidden(rows, activity))) return;
  if (activities.length > 0) throw new Rejection('RESULTS_HIDDEN');
}

async function countsNow(rows: EntityManager, activityId: string) {
  const { votesCast, excludedBallots = 0, late = 0 } = (await rows.findOneBy(TurnoutRow, { activityId })) ?? {};
  return { votesCast, excludedBallots, late, days: await peopleByDay(rows, activityId) };
}

async function countsThen(rows: EntityManager, activityId: string, upTo: number) {
  return { ...(await countsUpTo(rows, activityId, upTo)), late: await lateUpTo(rows, activityId, upTo) };
}

export const resultsAnswers = [
  keptAnswer(showResults, ['consultations'], 'consultationId', async (consultationId, { rows, keys }, { asOf }) => {
    await visibleConsultation(rows, consultationId, undefined);
    const asked = () => consultationResults(rows, keys, consultationId, readMethods, asOf);
    const results = await (asOf === undefined ? asked() : inTurn(asked));
    if (!results) throw new Rejection('NOT_FOUND');
    return results;
  }),
];
