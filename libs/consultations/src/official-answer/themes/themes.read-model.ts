import { attachmentView, type AttachedInRow } from '@isegoria/content';
import type { DataSource } from 'typeorm';
import { limits, type Page } from '@isegoria/kernel';
import { answer, pageFrom, positionOf } from '@isegoria/projection';
import { visibleConsultation } from '../../consultation/view/consultation.read-model';
import { sameTheme } from '../official-answer.read-model';
import { listThemes, type ListThemes, type ThemeView } from './themes.contract';

interface Found extends Omit<ThemeView, 'documents' | 'answeredAt'> {
  readonly place: string;
  readonly documents: readonly AttachedInRow[];
  readonly answeredAt: Date;
}

/** SQL: each theme once, as the first of its answers has it. */
const themes = `(SELECT DISTINCT ON (${sameTheme('answer')}) group_of->>'id' AS "group", group_of->'theme'->>'title' AS title,
    group_of->'theme'->>'summary' AS summary, activity_id AS "activityId", about, stance, text, documents, version AS place,
    coalesce((earlier->-1->>'correctedAt')::timestamptz, answered_at) AS "answeredAt",
    (count(*) OVER (PARTITION BY ${sameTheme('answer')}))::int AS count
  FROM official_answer answer WHERE consultation_id = $1 AND group_of->'theme'->>'title' IS NOT NULL
  ORDER BY ${sameTheme('answer')}, version) theme`;

export async function themesOf(rows: DataSource, { consultationId, cursor }: ListThemes): Promise<Page<ThemeView>> {
  const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count FROM ${themes}`, [consultationId]);
  const found: Found[] = await rows.query(
    `SELECT * FROM ${themes} WHERE $2::bigint IS NULL OR place < $2 ORDER BY place DESC LIMIT $3`,
    [consultationId, cursor === undefined ? null : positionOf(cursor), limits.pageSize + 1],
  );
  const { items, ...page } = pageFrom(found, count, ({ place }) => place);
  return { ...page, items: items.map(viewOf) };
}

export const themeAnswers = [
  answer(listThemes, ['consultations'], async (asked, { rows, reader }) => {
    await visibleConsultation(rows, asked.consultationId, reader);
    return themesOf(rows, asked);
  }),
];

const viewOf = ({ place: _, documents, answeredAt, ...theme }: Found): ThemeView => ({
  ...theme,
  documents: documents.map(attachmentView),
  answeredAt: answeredAt.toISOString(),
});
