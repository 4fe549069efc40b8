import type { DataSource, EntityManager } from 'typeorm';
import {
  Rejection,
  showResults,
  type BallotExcluded,
  type BallotReinstated,
  type CastEvent,
  type ConsultationKind,
  type ConsultationResults,
  type ConsultationsEvent,
  type ModerationMode,
  type OptionResult,
  type ParticipationDay,
  type PollBallotCast,
  type PollOption,
  type Recorded,
  type RecordedText,
  type StatementResult,
  type StatementStatus,
  type StatementVoteCast,
} from '@isegoria/contracts';
import type { SubjectKeys } from '@isegoria/privacy';
import { answerKeptByConsultation, readPosition, type Projection } from '@isegoria/projection';
import { isRowId } from '../columns';
import { openTexts } from '../recorded-texts';
import {
  OptionTallyRow,
  ParticipantRow,
  ParticipationDayRow,
  PollBallotRow,
  StatementTallyRow,
  StatementVoteRow,
  TurnoutRow,
} from './ballots';
import { visibleConsultation } from './consultation-list';
import { countExclusion } from './count-exclusions';
import { countParticipants, countTurnout } from './count-participants';
import { countPollBallots, countStatementVotes } from './count-votes';
import { feedbackCounts } from './feedback-counts';
import { isPublic } from './statement-list';

export const resultsEntities = [
  StatementVoteRow,
  StatementTallyRow,
  PollBallotRow,
  OptionTallyRow,
  ParticipantRow,
  ParticipationDayRow,
  TurnoutRow,
];

export function resultsProjection(): Projection {
  return { name: 'consultations/results', entities: resultsEntities, apply };
}

/** What was cast before a ballot is excluded or put back is counted first: that moves the counts by what stands in the rows. */
async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  let cast: Recorded<CastEvent>[] = [];
  for (const event of events) {
    if (event.type === 'StatementVoteCast' || event.type === 'PollBallotCast') cast.push(event as Recorded<CastEvent>);
    if (event.type !== 'BallotExcluded' && event.type !== 'BallotReinstated') continue;
    await countCast(cast, rows);
    cast = [];
    await countExclusion(event as Recorded<BallotExcluded | BallotReinstated>, rows);
  }
  await countCast(cast, rows);
  await countTurnout(events as Recorded<ConsultationsEvent>[], rows);
}

async function countCast(cast: readonly Recorded<CastEvent>[], rows: EntityManager): Promise<void> {
  await countStatementVotes(cast.filter((event): event is Recorded<StatementVoteCast> => event.type === 'StatementVoteCast'), rows);
  await countPollBallots(cast.filter((event): event is Recorded<PollBallotCast> => event.type === 'PollBallotCast'), rows);
  await countParticipants(cast, rows);
}

/**
 * The transparency dashboard of one consultation, all of it as of one log position; undefined when there is no such consultation:
 * whoever asks must be allowed to see a draft. Texts that are not public are null. In `participation`, `byAssurance` tells apart all
 * participants up to and including that day, so that its last entry equals `participantsByAssurance`.
 */
export async function consultationResults(dataSource: DataSource, keys: SubjectKeys, consultationId: string): Promise<ConsultationResults | undefined> {
  if (!isRowId(consultationId)) return undefined;
  const found = await dataSource.transaction('REPEATABLE READ', (rows) => snapshotOf(rows, consultationId));
  if (!found) return undefined;
  const { texts, statements, ...results } = found;
  const opened = await openTexts(keys, texts);
  return { ...results, statements: statements.map((statement, index) => ({ ...statement, text: opened[index] ?? null })) };
}

type Snapshot = ConsultationResults & { readonly texts: readonly (RecordedText | null)[] };

async function snapshotOf(rows: EntityManager, consultationId: string): Promise<Snapshot | undefined> {
  const { position, computedAt, skippedEvents } = await readPosition(rows, ['consultations']);
  type Row = { kind: ConsultationKind; moderation: ModerationMode | null; poll: { options: PollOption[] } | null; votesCast: number; excludedBallots: number };
  const [consultation]: Row[] = await rows.query(
    `SELECT kind, moderation, poll, coalesce(votes_cast, 0) AS "votesCast", coalesce(excluded_ballots, 0) AS "excludedBallots"
     FROM consultation c LEFT JOIN turnout t ON t.consultation_id = c.id WHERE c.id = $1`,
    [consultationId],
  );
  if (!consultation) return undefined;
  const { kind, moderation, poll, votesCast, excludedBallots } = consultation;
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
    ...(await statementResults(rows, consultationId, moderation)),
    options: await optionResults(rows, consultationId, poll?.options ?? []),
    ...(await feedbackCounts(rows, consultationId)),
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

async function statementResults(rows: EntityManager, consultationId: string, moderation: ModerationMode | null) {
  type Row = { id: string; externalId: string | null; status: StatementStatus; text: RecordedText; counts: number[] };
  const found: Row[] = await rows.query(
    `SELECT s.id, s.external_id AS "externalId", s.status, s.text,
       array[coalesce(verified_agrees, 0), coalesce(verified_disagrees, 0), coalesce(verified_passes, 0),
         coalesce(unverified_agrees, 0), coalesce(unverified_disagrees, 0), coalesce(unverified_passes, 0)] AS counts
     FROM statement s LEFT JOIN statement_tally t ON t.consultation_id = s.consultation_id AND t.statement_id = s.id
     WHERE s.consultation_id = $1 ORDER BY s.submitted_position`,
    [consultationId],
  );
  const statements = found.map(({ id, externalId, status, counts }): StatementResult => {
    const [agrees = 0, disagrees = 0, passes = 0, unverifiedAgrees = 0, unverifiedDisagrees = 0, unverifiedPasses = 0] = counts;
    return {
      id,
      externalId,
      status,
      text: null,
      agrees: agrees + unverifiedAgrees,
      disagrees: disagrees + unverifiedDisagrees,
      passes: passes + unverifiedPasses,
      byAssurance: {
        verified: { agrees, disagrees, passes },
        unverified: { agrees: unverifiedAgrees, disagrees: unverifiedDisagrees, passes: unverifiedPasses },
      },
    };
  });
  return { statements, texts: found.map(({ status, text }) => (isPublic(status, moderation) ? text : null)) };
}

async function optionResults(rows: EntityManager, consultationId: string, options: readonly PollOption[]): Promise<OptionResult[]> {
  if (options.length === 0) return [];
  const tallies = await rows.getRepository(OptionTallyRow).findBy({ consultationId });
  return options.map(({ id, text }) => {
    const { verified = 0, unverified = 0 } = tallies.find(({ optionId }) => optionId === id) ?? {};
    return { id, text, votes: verified + unverified, byAssurance: { verified, unverified } };
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
