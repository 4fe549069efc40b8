import { LessThan } from 'typeorm';
import { limits } from '@isegoria/kernel';
import { answer, pageFrom, positionOf } from '@isegoria/projection';
import { listActivityCorrections } from '../activity.contract';
import { visibleActivity } from '../visible-activity.read-model';
import { ActivityCorrectionRow } from './activity-correction.read-model';

/** All corrections of one activity, page by page. */
export const activityCorrectionAnswers = [
  answer(listActivityCorrections, ['consultations'], async ({ activityId, cursor }, { rows, reader }) => {
    await visibleActivity(rows, activityId, reader);
    const all = rows.getRepository(ActivityCorrectionRow);
    const before = cursor === undefined ? {} : { position: LessThan(positionOf(cursor)) };
    const [found, count] = await Promise.all([
      all.find({ where: { activityId, ...before }, order: { position: 'DESC' }, take: limits.pageSize + 1 }),
      all.countBy({ activityId }),
    ]);
    const { items, ...page } = pageFrom(found, count, ({ position }) => String(position));
    return {
      ...page,
      items: items.map(({ note, correctedAt, before: stood, after }) => {
        return { note, correctedAt: correctedAt.toISOString(), before: stood, after };
      }),
    };
  }),
];
