import { attachmentView, type AttachedInRow } from '@isegoria/content';
import { limits } from '@isegoria/kernel';
import { answer, pageFrom, positionOf } from '@isegoria/projection';
import { visibleConsultation } from '../../consultation/view/consultation.read-model';
import { listThemes, type ThemeView } from './themes.contract';

interface Found extends Omit<ThemeView, 'documents' | 'answeredAt'> {
  readonly place: string;
  readonly documents: readonly AttachedInRow[];
  readonly answeredAt: Date;
}

/** SQL: each theme once, as the first of its answers has it. */
const themes = `(SELECT DISTINCT ON (group_of->>'id') group_of->>'id' AS "group", group_of->'theme'->>'title' AS title,
    group_of->'theme'->>'summary' AS summary, activity_id AS "activityId", about, stance, text, documents, version AS place,
    coalesce((earlier->-1->>'correctedAt')::timestamptz, answered_at) AS "answeredAt",
    (count(*) OVER (PARTITION BY group_of->>'id'))::int AS count
  FROM official_answer WHERE consultation_id = $1 AND group_of->'theme'->>'title' IS NOT NULL
  ORDER BY group_of->>'id', version) theme`;

export const themeAnswers = [
  answer(listThemes, ['consultations'], async ({ consultationId, cursor }, { rows, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    const [{ count }]: [{ count: number }] = await rows.query(`SELECT count(*)::int AS count FROM ${themes}`, [consultationId]);
    const found: Found[] = await rows.query(
      `SELECT * FROM ${themes} WHERE $2::bigint IS NULL OR place < $2 ORDER BY place DESC LIMIT $3`,
      [consultationId, cursor === undefined ? null : positionOf(cursor), limits.pageSize + 1],
    );
    const { items, ...page } = pageFrom(found, count, ({ place }) => place);
    return { ...page, items: items.map(viewOf) };
  }),
];

const viewOf = ({ place: _, documents, answeredAt, ...theme }: Found): ThemeView => ({
  ...theme,
  documents: documents.map(attachmentView),
  answeredAt: answeredAt.toISOString(),
});
