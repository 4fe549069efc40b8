import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, type Recorded } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { answerKeptByConsultation, isRowId, readPosition, type Projection } from '@isegoria/projection';
import { visibleConsultation } from '../consultation/consultation.read-model';
import type { BallotExcluded, BallotReinstated, ConsultationsEvent } from '../events.contract';
import type { Opened, ReadMethod } from '../methods/method.read-model';
import type { CastEvent } from '../methods/methods-events.contract';
import type { MethodResults } from '../methods/methods-fields.contract';
import type { ConsultationKind, MethodSettings } from '../methods/methods.contract';
import { methodOf, readMethods } from '../methods/methods.read-model';
import { showResults, type ConsultationResults, type ParticipationDay } from '../queries.contract';
import { countExclusion } from './count-exclusions.read-model';
import { countParticipants, countTurnout } from './count-participants.read-model';
import { feedbackCounts } from './feedback-counts.read-model';
import { ParticipantRow, ParticipationDayRow, TurnoutRow } from './tallies.read-model';

/** Counts what was cast, by whatever method. */
export function resultsProjection(methods: readonly ReadMethod[] = readMethods): Projection {
  const apply = (events: readonly Recorded[], rows: EntityManager) => countAll(events, rows, methods);
  const entities = [...methods.flatMap((method) => method.entities), ParticipantRow, ParticipationDayRow, TurnoutRow];
  return { name: 'consultations/results', entities, apply };
}

/** What was cast before a ballot is excluded or put back is counted first: that moves the counts by what stands in the rows. */
async function countAll(events: readonly Recorded[], rows: EntityManager, methods: readonly ReadMethod[]): Promise<void> {
  const castEvents = new Set(methods.map(({ contract }) => contract.castEvent));
  let cast: Recorded<CastEvent>[] = [];
  for (const event of events) {
    if (castEvents.has(event.type)) cast.push(event as Recorded<CastEvent>);
    if (event.type !== 'BallotExcluded' && event.type !== 'BallotReinstated') continue;
    await countCast(cast, rows, methods);
    cast = [];
    await countExclusion(event as Recorded<BallotExcluded | BallotReinstated>, rows, methods);
  }
  await countCast(cast, rows, methods);
  await countTurnout(events as Recorded<ConsultationsEvent>[], rows, castEvents);
}

async function countCast(cast: readonly Recorded<CastEvent>[], rows: EntityManager, methods: readonly ReadMethod[]): Promise<void> {
  for (const method of methods) {
    const own = cast.filter(({ type }) => type === method.contract.castEvent);
    await method.count(own, rows);
  }
  await countParticipants(cast, rows);
}

/**
 * The transparency dashboard of one consultation, all of it as of one log position; undefined when there is no such consultation:
 * whoever asks must be allowed to see a draft. Texts that are not public are null. In `participation`, `byAssurance` tells apart all
 * participants up to and including that day, so that its last entry equals `participantsByAssurance`.
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
  const { opened, ...results } = found;
  return { ...noResults, ...results, ...(await opened?.(keys)) };
}

const noResults = Object.assign({}, ...readMethods.map(({ contract }) => contract.noResults)) as MethodResults;

type Snapshot = Omit<ConsultationResults, keyof MethodResults> & { readonly opened: Opened | undefined };

async function snapshotOf(rows: EntityManager, consultationId: string, methods: readonly ReadMethod[]): Promise<Snapshot | undefined> {
  const { position, computedAt, skippedEvents } = await readPosition(rows, ['consultations']);
  type Row = { kind: ConsultationKind; settings: MethodSettings; votesCast: number; excludedBallots: number };
  const [consultation]: Row[] = await rows.query(
    `SELECT kind, settings, coalesce(votes_cast, 0) AS "votesCast", coalesce(excluded_ballots, 0) AS "excludedBallots"
     FROM consultation c LEFT JOIN turnout t ON t.consultation_id = c.id WHERE c.id = $1`,
    [consultationId],
  );
  if (!consultation) return undefined;
  const { kind, settings, votesCast, excludedBallots } = consultation;
  const participation = await participationOf(rows, consultationId);
  const { participants = 0, byAssurance = { verified: 0, unverified: 0 } } = participation.at(-1) ?? {};
  return {
    consultationId,
    kind,
    position,
    computedAt: computedAt.toISOString(),
    skippedEvents,
    participants,
    participantsByAssurance: byAssurance,
    excludedBallots,
    votesCast,
    participation,
    ...(await feedbackCounts(rows, consultationId)),
    opened: await methodOf(kind, methods)?.results(rows, consultationId, settings),
  };
}

async function participationOf(rows: EntityManager, consultationId: string): Promise<ParticipationDay[]> {
  const days: { day: string; verified: number; unverified: number }[] = await rows.query(
    'SELECT day, verified, unverified FROM participation_day WHERE consultation_id = $1 ORDER BY day COLLATE "C"',
    [consultationId],
  );
  const upTo = { verified: 0, unverified: 0 };
  return days.map(({ day, verified, unverified }) => {
    upTo.verified += verified;
    upTo.unverified += unverified;
    return { day, newParticipants: verified + unverified, participants: upTo.verified + upTo.unverified, byAssurance: { ...upTo } };
  });
}

export const resultsAnswers = [
  answerKeptByConsultation(showResults, ['consultations'], async (consultationId, { rows, keys }) => {
    await visibleConsultation(rows, consultationId, undefined);
    const results = await consultationResults(rows, keys, consultationId);
    if (!results) throw new Rejection('NOT_FOUND');
    return results;
  }),
];
