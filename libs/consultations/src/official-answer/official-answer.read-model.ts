import { Column, Entity, In, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import { limits, type Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, insertNew, pageOfRows, timeOf, type Projection } from '@isegoria/projection';
import { visibleConsultation } from '../consultation/view/consultation.read-model';
import {
  listOfficialAnswers,
  type AnswerGroup,
  type Answerable,
  type EarlierAnswerView,
  type OfficialAnswerPublished,
  type OfficialAnswerView,
  type Stance,
} from './official-answer.contract';

@Entity('official_answer')
@Index('official_answer_by_consultation', ['consultationId', 'answeredPosition'])
export class OfficialAnswerRow {
  /** Of what is answered. */
  @PrimaryColumn('uuid', { name: 'about_id' })
  aboutId: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('uuid', { name: 'activity_id' })
  activityId: string;

  @Column('text')
  about: Answerable;

  @Column('text')
  stance: Stance;

  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt: Date;

  @PositionColumn({ name: 'answered_position' })
  answeredPosition: number;

  /** What stood before its corrections, the first one first. */
  @Column('jsonb')
  earlier: EarlierAnswerView[];

  /** With what else it was answered, as it stands. */
  @Column('jsonb', { name: 'group_of', nullable: true })
  group: AnswerGroup | null;

  /** Where in the log the answer is that stands. */
  @PositionColumn()
  version: number;
}

export function officialAnswerProjection(): Projection {
  return { name: 'consultations/official-answers', entities: [OfficialAnswerRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<OfficialAnswerPublished>[])
    if (event.type === 'OfficialAnswerPublished') await applyOne(event, rows);
}

async function applyOne(event: Recorded<OfficialAnswerPublished>, rows: EntityManager): Promise<void> {
  const { aboutId, stance, text, note, by: _, group: said, ...of } = event.data;
  const group = said ? { ...said, theme: said.theme ?? null } : null;
  const before = await rows.findOneBy(OfficialAnswerRow, { aboutId });
  const stands = { stance, text, group, version: event.position };
  if (!before) {
    const answered = { answeredAt: timeOf(event), answeredPosition: event.position };
    await insertNew(rows, OfficialAnswerRow, [{ ...of, aboutId, ...stands, ...answered, earlier: [] }]);
  } else if (before.version < event.position) {
    const stood = { stance: before.stance, text: before.text, theme: before.group?.theme ?? null };
    const earlier = { ...stood, note: note ?? '', correctedAt: timeOf(event).toISOString() };
    await rows.update(OfficialAnswerRow, { aboutId }, { ...stands, earlier: [...before.earlier, earlier] });
  }
}

export const officialAnswerAnswers = [
  answer(listOfficialAnswers, ['consultations'], async ({ consultationId, only, stance, group, cursor }, { rows, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    const query = rows
      .getRepository(OfficialAnswerRow)
      .createQueryBuilder('answer')
      .where({ consultationId, ...(only && { aboutId: In(only.split(',')) }), ...(stance && { stance }) });
    if (group !== undefined) query.andWhere(`answer.group_of->>'id' = :group`, { group: group.toLowerCase() });
    const { items, ...page } = await pageOfRows(query, { by: 'answeredPosition', newestFirst: true, cursor });
    return { ...page, items: items.map(viewOf) };
  }),
];

function viewOf({ activityId, about, aboutId, stance, text, answeredAt, group, earlier, version }: OfficialAnswerRow): OfficialAnswerView {
  const corrected = { earlier: earlier.slice(-limits.dateChangesInView), corrections: earlier.length };
  return { activityId, about, aboutId, stance, text, answeredAt: answeredAt.toISOString(), group, ...corrected, version };
}
