import type { DataSource } from 'typeorm';
import { limits } from '@isegoria/kernel';
import { answer, pageFrom, positionOf } from '@isegoria/projection';
import { ConsultationRow, visibleConsultation } from '../consultation/view/consultation.read-model';
import { correctionsIn } from '../correction/correction.read-model';
import { listToldMoments, type ToldMomentView } from './timeline.contract';

interface Found extends Omit<ToldMomentView, 'at'> {
  readonly at: Date;
  readonly position: string;
}

/** SQL: in no order. The first version of a text is there from the publication on. */
const inActivities = `
  SELECT 'revised' AS kind, written_at AS at, paper.activity_id AS "activityId", reason, paper.version, NULL::int AS answers, position
  FROM paper_version paper JOIN activity ON activity.id = paper.activity_id
  WHERE activity.consultation_id = $1 AND paper.stands AND paper.version > 1
  UNION ALL
  SELECT 'activityCorrected', corrected_at, correction.activity_id, note, NULL, NULL, position
  FROM activity_correction correction JOIN activity ON activity.id = correction.activity_id WHERE activity.consultation_id = $1
  UNION ALL
  SELECT 'answered', min(answered_at), activity_id, NULL, NULL, count(*)::int, min(answered_position)
  FROM official_answer WHERE consultation_id = $1 GROUP BY activity_id`;

async function toldMoments(rows: DataSource, consultationId: string): Promise<(ToldMomentView & { readonly position: number })[]> {
  const { phases, outcome } = await rows.getRepository(ConsultationRow).findOneByOrFail({ id: consultationId });
  const found: Found[] = await rows.query(inActivities, [consultationId]);
  const ofItself = { activityId: null, version: null, answers: null };
  const corrected = correctionsIn(phases).map(({ correctedAt: at, note: reason, position }) => ({
    ...{ ...ofItself, kind: 'corrected' as const, at, reason, position },
  }));
  const revised = (outcome?.earlier ?? []).map(({ changedAt: at, note, position }) => ({
    ...{ ...ofItself, kind: 'outcomeRevised' as const, at, reason: note || null, position },
  }));
  const others = found.map(({ at, position, ...of }) => ({ ...of, at: at.toISOString(), position: Number(position) }));
  return [...corrected, ...revised, ...others].sort((one, other) => other.position - one.position);
}

export const timelineAnswers = [
  answer(listToldMoments, ['consultations'], async ({ consultationId, cursor }, { rows, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    const all = await toldMoments(rows, consultationId);
    const before = cursor === undefined ? Infinity : positionOf(cursor);
    const found = all.filter(({ position }) => position < before).slice(0, limits.pageSize + 1);
    const { items, ...page } = pageFrom(found, all.length, ({ position }) => String(position));
    return { ...page, items: items.map(({ position: _, ...view }) => view) };
  }),
];
