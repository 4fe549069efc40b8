import { Column, Entity, In, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { ModerationRule } from '@isegoria/content';
import type { Recorded, RecordedText } from '@isegoria/kernel';
import { PositionColumn, answer, pageOfRows, timeOf, withTexts, wordsOf, type Projection, type TextForReader } from '@isegoria/projection';
import { consultationsIn, ownPseudonyms } from '../my-feedback/own-pseudonyms.read-model';
import { inGeneral } from '../question/question.contract';
import type { ReportedKind } from '../report/report.contract';
import { listOwnAppeals, type AppealEvent, type AppealView } from './appeal.contract';

@Entity('appeal')
@Index('appeal_by_author', ['author'])
@Index('appeal_by_position', ['position'])
export class AppealRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  item: ReportedKind;

  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @Column('uuid', { name: 'consultation_id', nullable: true })
  consultationId: string | null;

  @Column('text')
  unit: string;

  @Column('text')
  author: string;

  @Column('jsonb')
  text: RecordedText;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @PositionColumn()
  position: number;

  /** Null while nobody has decided. */
  @Column('boolean', { nullable: true })
  granted: boolean | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  rule: ModerationRule | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}

export function appealListProjection(): Projection {
  return { name: 'feedback/appeal-list', entities: [AppealRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<AppealEvent>[]) {
    if (event.type === 'AppealMade') await rows.save(AppealRow, made(event));
    if (event.type === 'AppealDecided') {
      const { appealId, granted, reason, rule } = event.data;
      await rows.update(AppealRow, { id: appealId }, { granted, reason, rule: rule ?? null, decidedAt: timeOf(event) });
    }
  }
}

function made(event: Recorded<Extract<AppealEvent, { type: 'AppealMade' }>>): AppealRow {
  const { appealId: id, item, itemId, consultationId, unit, author, text } = event.data;
  const undecided = { granted: null, reason: null, rule: null, decidedAt: null };
  return { id, item, itemId, consultationId, unit, author, text, madeAt: timeOf(event), position: event.position, ...undecided };
}

function viewOf({ id, item, itemId, madeAt, granted, reason, rule, decidedAt, position }: AppealRow, text: TextForReader): AppealView {
  const decision = { granted, reason, rule, decidedAt: decidedAt?.toISOString() ?? null };
  return { id, item, itemId, text: wordsOf(text), madeAt: madeAt.toISOString(), position, ...decision };
}

export const appealAnswers = [
  answer(listOwnAppeals, ['feedback', 'consultations'], async ({ cursor }, reading) => {
    const { rows, keys } = reading;
    const author = In(await ownPseudonyms(reading, [inGeneral, ...(await consultationsIn(rows, 'appeal'))]));
    const query = rows.getRepository(AppealRow).createQueryBuilder('appeal').where({ author });
    const { items, ...page } = await pageOfRows(query, { by: 'position', newestFirst: true, cursor });
    return { ...page, items: await withTexts(keys, items, ({ text }) => text, viewOf) };
  }),
];
