import type { DataSource } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { answer, readPosition } from '@isegoria/projection';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import { ConsultationRow } from '../../../consultation/view/consultation.read-model';
import { stanceUpTo } from '../../../official-answer/stances-then.read-model';
import { askedPlace } from '../../../results/as-of/asked-place.read-model';
import { inTurn } from '../../../results/as-of/in-turn.read-model';
import { statementsUpTo } from '../../deliberation/statement/statement-status.read-model';
import { publicStatuses } from '../../deliberation/statement/statement.read-model';
import { paragraphIn, versionUpTo } from '../carrying/then/places-then.read-model';
import { document } from '../document.contract';
import { nothingCovered, showCoverage, type CoverageCounts, type CoverageView, type ParagraphCoverage } from './coverage.contract';

const having = (stance: string) => `count(*) FILTER (WHERE answered.stance = '${stance}')::int AS ${stance}`;

const counts = `count(answered.id)::int AS annotations,
    count(answered.id) FILTER (WHERE answered.stance IS NULL AND answered.whole IS NULL)::int AS open,
    count(answered.id) FILTER (WHERE answered.stance IS NULL AND answered.whole IS NOT NULL)::int AS "withParagraph",
    ${['accepted', 'partly', 'rejected', 'noted'].map(having).join(', ')}`;

/** Annotations (`$1`: of which text; `$2`: in which statuses) that stand, or stood, where, with what was answered to each. */
interface Standing {
  /** SQL: `id`, `paragraph` and `at` of each, and the `stance` of its answer. */
  readonly annotations: string;
  /** SQL: `named` and `stance` of the answers to paragraphs as such. */
  readonly wholes: string;
  /** SQL: the version of the text. */
  readonly version: string;
}

const toParagraphs = `FROM official_answer WHERE activity_id = $1 AND about = 'paragraph'`;

const now: Standing = {
  annotations: `(SELECT statement.id, paragraph, at, stance FROM statement LEFT JOIN official_answer ON about_id = statement.id
    WHERE statement.activity_id = $1 AND status = ANY ($2) AND paragraph IS NOT NULL)`,
  wholes: `(SELECT named, stance ${toParagraphs})`,
  version: '(SELECT max(version) FROM paper_version WHERE activity_id = $1 AND stands)',
};

const then = (position: number): Standing => ({
  annotations: `(SELECT id, ${paragraphIn('written', 'stood.version')} AS paragraph, at, ${stanceUpTo('written.id', position)} AS stance
    FROM ${statementsUpTo(position)} AS written CROSS JOIN (SELECT ${versionUpTo(position)} AS version) AS stood
    WHERE status = ANY ($2) AND at IS NOT NULL)`,
  wholes: `(SELECT named, ${stanceUpTo('official_answer.about_id', position)} AS stance ${toParagraphs}
    AND answered_position <= ${Number(position)})`,
  version: versionUpTo(position),
});

/** SQL: annotations, each with the stance of what answers the paragraph to which it was written, as `whole`. */
const withWholes = ({ annotations, wholes }: Pick<Standing, 'annotations' | 'wholes'>) => `(
  SELECT said.*, whole.stance AS whole FROM ${annotations} AS said LEFT JOIN ${wholes} AS whole ON whole.named = said.at ->> 'paragraph')`;

const proposed = (standing: Standing) => `
  SELECT ${counts} FROM ${withWholes(standing)} AS answered WHERE (at ->> 'replaces')::boolean`;

const byParagraph = ({ annotations, wholes, version }: Standing) => `
  WITH numbered AS (
    SELECT id, row_number() OVER (ORDER BY place)::int AS number FROM paper_block
    WHERE activity_id = $1 AND kind = 'paragraph' AND version = ${version}
  ), given AS ${wholes}, written AS ${withWholes({ annotations, wholes })},
  names AS (SELECT paragraph FROM written UNION SELECT named FROM given)
  SELECT names.paragraph, numbered.number, given.stance AS answer, ${counts}
  FROM names
  LEFT JOIN written AS answered ON answered.paragraph = names.paragraph
  LEFT JOIN given ON given.named = names.paragraph
  LEFT JOIN numbered ON numbered.id = names.paragraph
  GROUP BY names.paragraph, numbered.number, given.stance
  ORDER BY numbered.number NULLS LAST, substr(names.paragraph, 2)::int`;

/** @param asOf a place in the log as of which it is asked for; now when absent. @throws Rejection NOT_RECORDED_YET, NOT_OPEN_THEN */
export async function coverageOf(dataSource: DataSource, activityId: string, asOf?: AsOf): Promise<CoverageView> {
  return dataSource.transaction('REPEATABLE READ', async (rows) => {
    const { position: reached } = await readPosition(rows, ['consultations']);
    const place = asOf && (await askedPlace(rows, asOf.place, asOf.consultation, reached));
    const standing = place ? then(place.position) : now;
    const which = [activityId, await publicStatuses(rows, activityId)];
    const paragraphs: ParagraphCoverage[] = await rows.query(byParagraph(standing), which);
    const [proposals]: [CoverageCounts] = await rows.query(proposed(standing), which);
    const position = place?.position ?? reached;
    return { activityId, position, ...paragraphs.reduce(sumOf, nothingCovered), proposals, paragraphs };
  });
}

interface AsOf {
  readonly place: string;
  readonly consultation: Pick<ConsultationRow, 'id' | 'publishedPosition' | 'opensAt'>;
}

function sumOf(one: CoverageCounts, other: CoverageCounts): CoverageCounts {
  return {
    annotations: one.annotations + other.annotations,
    open: one.open + other.open,
    accepted: one.accepted + other.accepted,
    partly: one.partly + other.partly,
    rejected: one.rejected + other.rejected,
    noted: one.noted + other.noted,
    withParagraph: one.withParagraph + other.withParagraph,
  };
}

export const coverageAnswers = [
  answer(showCoverage, ['consultations'], async ({ activityId, asOf }, { rows, reader }) => {
    const { activity } = await visibleActivity(rows, activityId, reader);
    if (activity.method !== document.method) throw new Rejection('NOT_FOUND');
    if (asOf === undefined) return coverageOf(rows, activity.id);
    const consultation = await rows.getRepository(ConsultationRow).findOneByOrFail({ id: activity.consultationId });
    return inTurn(() => coverageOf(rows, activity.id, { place: asOf, consultation }));
  }),
];
