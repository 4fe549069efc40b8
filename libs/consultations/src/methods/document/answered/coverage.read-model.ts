import type { DataSource } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { answer, readPosition } from '@isegoria/projection';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import { publicStatuses } from '../../deliberation/statement/statement.read-model';
import { document } from '../document.contract';
import { nothingCovered, showCoverage, type CoverageCounts, type CoverageView, type ParagraphCoverage } from './coverage.contract';

const having = (stance: string) => `count(*) FILTER (WHERE answered.stance = '${stance}')::int AS ${stance}`;

const counts = `count(*)::int AS annotations, count(*) FILTER (WHERE answered.stance IS NULL)::int AS open,
    ${['accepted', 'partly', 'rejected', 'noted'].map(having).join(', ')}`;

const proposed = `
  SELECT ${counts}
  FROM statement LEFT JOIN official_answer AS answered ON answered.about_id = statement.id
  WHERE statement.activity_id = $1 AND statement.status = ANY ($2) AND statement.paragraph IS NOT NULL
    AND (statement.at ->> 'replaces')::boolean`;

const byParagraph = `
  WITH numbered AS (
    SELECT id, row_number() OVER (ORDER BY place)::int AS number FROM paper_block
    WHERE activity_id = $1 AND kind = 'paragraph'
      AND version = (SELECT max(version) FROM paper_version WHERE activity_id = $1 AND stands)
  )
  SELECT statement.paragraph, numbered.number, ${counts}
  FROM statement
  LEFT JOIN official_answer AS answered ON answered.about_id = statement.id
  LEFT JOIN numbered ON numbered.id = statement.paragraph
  WHERE statement.activity_id = $1 AND statement.status = ANY ($2) AND statement.paragraph IS NOT NULL
  GROUP BY statement.paragraph, numbered.number
  ORDER BY numbered.number NULLS LAST, substr(statement.paragraph, 2)::int`;

export async function coverageOf(dataSource: DataSource, activityId: string): Promise<CoverageView> {
  return dataSource.transaction('REPEATABLE READ', async (rows) => {
    const { position } = await readPosition(rows, ['consultations']);
    const which = [activityId, await publicStatuses(rows, activityId)];
    const paragraphs: ParagraphCoverage[] = await rows.query(byParagraph, which);
    const [proposals]: [CoverageCounts] = await rows.query(proposed, which);
    return { activityId, position, ...paragraphs.reduce(sumOf, nothingCovered), proposals, paragraphs };
  });
}

function sumOf(one: CoverageCounts, other: CoverageCounts): CoverageCounts {
  return {
    annotations: one.annotations + other.annotations,
    open: one.open + other.open,
    accepted: one.accepted + other.accepted,
    partly: one.partly + other.partly,
    rejected: one.rejected + other.rejected,
    noted: one.noted + other.noted,
  };
}

export const coverageAnswers = [
  answer(showCoverage, ['consultations'], async ({ activityId }, { rows, reader }) => {
    const { activity } = await visibleActivity(rows, activityId, reader);
    if (activity.method !== document.method) throw new Rejection('NOT_FOUND');
    return coverageOf(rows, activity.id);
  }),
];
