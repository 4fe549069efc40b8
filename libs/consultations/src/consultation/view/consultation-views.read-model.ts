import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, assuranceLevels, limits, permitted, unitsWhere, type Page } from '@isegoria/kernel';
import { answer, isRowId, isWithinAny, unitsInUse, pageFrom, positionOf } from '@isegoria/projection';
import { activitiesOf, type ActivityRow } from '../../activity/activity.read-model';
import type { ActivityView } from '../../activity/activity.contract';
import type { OwedState } from '../../answer-owed/answer-owed.contract';
import { answerDue, answerIn, answerOwed, endIn } from '../../answer-owed/answer-owed.read-model';
import { categoriesIn } from '../../category/chosen/chosen.read-model';
import { isChosen, parametersOf } from '../../category/chosen/counts.read-model';
import type { ChosenConsultations } from '../../category/chosen/chosen.contract';
import { changesIn } from '../../change-of-dates/change-of-dates.read-model';
import { sameTheme } from '../../official-answer/official-answer.read-model';
import { viewOfActs } from '../../official-act/official-acts.read-model';
import { outcomeView } from '../../outcome/outcome.read-model';
import { isStanding } from '../../milestone/milestone.read-model';
import { closedEarlyAtIn, phaseViews, type PhaseInRow } from '../../phase/phase.read-model';
import { counted } from '../../results/assurance/by-assurance.contract';
import { inWords, type LevelCounts } from '../../results/assurance/levels-in-rows.read-model';
import {
  listConsultations,
  showConsultation,
  showUnitsOfConsultations,
  type ConsultationSummary,
  type ConsultationView,
} from '../consultation.contract';
import { statusAt } from '../when/status.read-model';
import { aboutIn, versionIn } from '../about/about.read-model';
import { translatedInto, translationsVersionIn } from '../../translation/translation-in-lists.read-model';
import type { OutcomeInRow } from './consultation-row.read-model';
import { visibleConsultation } from './consultation.read-model';

const summaryColumns = `
  id, external_id AS "externalId", unit, ${statusAt('$1::timestamptz')} AS status, title, language, opens_at AS "opensAt",
  closes_at AS "closesAt", phases, closed,
  counts_from AS "countsFrom", (SELECT people FROM attendance a WHERE a.consultation_id = c.id) AS people`;

type OfRow =
  | 'summary'
  | 'picture'
  | 'opensAt'
  | 'closesAt'
  | 'closedEarlyAt'
  | 'answer'
  | 'phases'
  | 'categories'
  | 'translations'
  | 'methods'
  | 'countsFrom'
  | 'participants'
  | 'participantsByAssurance';
type SummaryRow = Omit<ConsultationSummary, OfRow> & {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly phases: readonly PhaseInRow[];
  readonly closed: boolean;
  readonly countsFrom: number;
  readonly people: LevelCounts | null;
};

interface Choice extends Readonly<ChosenConsultations> {
  readonly now: Date;
  /** The units whose drafts are listed, and those of all below; none when absent. */
  readonly draftsIn?: readonly string[];
  /** Those alone whose answer is owed; all when absent. */
  readonly answer?: OwedState;
  readonly cursor?: string;
}

/** Consultations as of `now`, newest first. */
export async function consultationList(
  rows: DataSource | EntityManager,
  { now, draftsIn = [], answer: owed, cursor, ...chosenBy }: Choice,
): Promise<Page<ConsultationSummary>> {
  const chosen = `FROM (SELECT ${summaryColumns}, ${answerDue} AS due, drafted_position FROM consultation c) AS summary
     WHERE ${isChosen(['$2', '$3', '$4', '$5'])} AND (status <> 'draft' OR ${isWithinAny('unit', '$6')})
       AND ($7::text IS NULL OR (status = 'closed' AND CASE WHEN due < $1 THEN 'overdue' WHEN due >= $1 THEN 'due' END = $7))`;
  const choice = [now, ...parametersOf(chosenBy), draftsIn, owed ?? null];
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count ${chosen}`, choice);
  const found: (SummaryRow & { drafted_position: string })[] = await rows.query(
    `SELECT * ${chosen} AND ($8::bigint IS NULL OR drafted_position < $8) ORDER BY drafted_position DESC LIMIT $9`,
    [...choice, cursor === undefined ? null : positionOf(cursor), limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ drafted_position }) => drafted_position);
  const activities = await activitiesOf(rows, items);
  return { ...page, items: items.map((row) => summaryOf(row, activities.get(row.id)!, now)) };
}

/** One consultation as of `now`, or undefined; the caller checks whether the reader may see a draft. */
export async function consultationById(
  rows: DataSource | EntityManager,
  consultationId: string,
  { now }: { now: Date },
): Promise<ConsultationView | undefined> {
  if (!isRowId(consultationId)) return undefined;
  type ViewRow = SummaryRow &
    Pick<ConsultationView, 'description' | 'closedEarlyReason' | 'officialAnswers' | 'themes' | 'milestones' | 'milestonesOverdue'> & {
      readonly outcome: OutcomeInRow | null;
      readonly publishedPosition: string | null;
    };
  const [row]: ViewRow[] = await rows.query(
    `SELECT ${summaryColumns}, description, closed_early_reason AS "closedEarlyReason", outcome,
       (SELECT count(*)::int FROM official_answer o WHERE o.consultation_id = c.id) AS "officialAnswers",
       (SELECT count(DISTINCT (${sameTheme('o')}))::int FROM official_answer o
        WHERE o.consultation_id = c.id AND group_of->'theme'->>'title' IS NOT NULL) AS themes,
       (SELECT count(*)::int FROM milestone m WHERE m.consultation_id = c.id) AS milestones,
       (SELECT count(*)::int FROM milestone m WHERE m.consultation_id = c.id AND ${isStanding} AND m.due_at < $1) AS "milestonesOverdue",
       published_position AS "publishedPosition" FROM consultation c WHERE id = $2`,
    [now, consultationId],
  );
  if (!row) return undefined;
  const activities = (await activitiesOf(rows, [row])).get(row.id)!;
  const { description, closedEarlyReason, outcome, officialAnswers, themes, milestones, milestonesOverdue } = row;
  const datesVersion = Math.max(Number(row.publishedPosition ?? 0), ...changesIn(row.phases).map(({ position }) => position));
  const { contact, decidedBy, decidedWhen, documents } = aboutIn(row.phases);
  const about = { contact, decidedBy, decidedWhen, documents, version: versionIn(row.phases) };
  const translationsVersion = Math.max(about.version, translationsVersionIn(row.phases));
  const categoriesVersion = Math.max(about.version, categoriesIn(row.phases).version);
  const own = {
    ...{ description, translationsVersion, categoriesVersion, ...about, closedEarlyReason, outcome: outcomeView(outcome) },
    ...{ officialAnswers, themes, milestones, milestonesOverdue, datesVersion },
    activities: activities.map(activityView),
  };
  // Each act adds what it shows to the view.
  return { ...summaryOf(row, activities, now), ...own, ...viewOfActs(row.phases) } as ConsultationView;
}

function summaryOf(row: SummaryRow, activities: readonly ActivityRow[], now: Date): ConsultationSummary {
  const { id, externalId, unit, status, title, language, opensAt, closesAt, phases, closed, people } = row;
  const { summary, picture } = aboutIn(phases);
  const [closedEarlyAt, { withinDays, later, zone, answeredAt = null }] = [closedEarlyAtIn(phases), answerIn(phases)];
  const endsAt = endIn(phases, closesAt?.toISOString() ?? null);
  const isOver = status === 'closed' || status === 'decided';
  const [countsFrom, participantsByAssurance] = [assuranceLevels[row.countsFrom]!, inWords(people)];
  return {
    id,
    externalId,
    unit,
    status,
    title,
    summary,
    picture,
    language,
    categories: categoriesIn(phases).chosen,
    translations: translatedInto(phases, title),
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    closedEarlyAt,
    answer: answerOwed(
      { withinDays, later, zone, endsAt, isOver, isCancelled: status === 'cancelled', answeredAt },
      now.getTime(),
    ),
    phases: phaseViews(phases, closed, now),
    methods: [...new Set(activities.map(({ method }) => method))],
    countsFrom,
    participants: counted(participantsByAssurance, countsFrom),
    participantsByAssurance,
  };
}

function activityView({ id, phaseId, method, title, settings, version }: ActivityRow): ActivityView {
  return { id, phaseId, method, title, settings, version };
}

export const consultationAnswers = [
  answer(listConsultations, ['consultations'], async (asked, { rows, reader }) => {
    if (asked.status === 'draft') permitted(reader, 'consult');
    return consultationList(rows, { ...asked, now: new Date(), draftsIn: unitsWhere(reader, 'consult') });
  }),
  answer(showUnitsOfConsultations, ['consultations'], async (_, { rows }) => ({
    units: await unitsInUse(rows, 'consultation', 'published_position IS NOT NULL'),
  })),
  answer(showConsultation, ['consultations'], async ({ consultationId }, { rows, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    const consultation = await consultationById(rows, consultationId, { now: new Date() });
    if (!consultation) throw new Rejection('CONSULTATION_NOT_FOUND');
    return consultation;
  }),
];
