import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import { permitted, type Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, pageOfRows, timeOf, type Projection } from '@isegoria/projection';
import { visibleActivity } from '../../../../activity/visible-activity.read-model';
import { byClosing } from '../../../../late/closing.read-model';
import { ChannelResponseRow, ChannelTallyRow, countResponse } from '../../channels/channel-tallies.read-model';
import { beyondAt } from '../../quotas/quota-places.read-model';
import {
  listPaperForms,
  paperFormConfirmed,
  type PaperFormEvent,
  type PaperFormStatus,
  type PaperFormView,
} from './paper-entry.contract';

/** A form that came back on paper. */
@Entity('paper_form')
@Index('paper_form_by_position', ['activityId', 'position'])
export class PaperFormRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  /** The number that is written on it. */
  @PrimaryColumn('text')
  form: string;

  @Column('text')
  status: PaperFormStatus;

  @Column('uuid', { name: 'entered_by' })
  enteredBy: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  at: Date;

  /** Of what was done last. */
  @PositionColumn()
  position: number;
}

/** Comes behind the answers and the closings in its group: a form that is confirmed behind the closing is late, and counts for nothing. */
export function paperFormsProjection(): Projection {
  return { name: 'consultations/paper-forms', entities: [PaperFormRow, ChannelResponseRow, ChannelTallyRow], apply };
}

const counted = new Set([paperFormConfirmed.type]);

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const ofForms = events.filter(({ type }) => Object.hasOwn(statuses, type));
  if (ofForms.length === 0) return;
  const { inTime } = await byClosing(ofForms, rows, counted);
  for (const event of ofForms as readonly Recorded<PaperFormEvent>[]) {
    const isLate = !inTime.includes(event);
    // What is confirmed too late counts for nothing, and is listed with the forms that nobody confirmed.
    if (!isLate) await note(event, rows);
    if (event.type !== 'PaperFormConfirmed' || isLate) continue;
    const { activityId, form, voter, answers } = event.data;
    const beyond = (await beyondAt(rows, [activityId], [event.position])).size > 0;
    await countResponse({ activityId, channel: 'paper', key: form, voter, commitment: answers, beyond }, rows);
  }
}

/** SQL: by survey, how many forms are not confirmed, and since when the first of them waits. */
export const waitingForms = `(SELECT activity_id, count(*)::int AS open, min(at) AS since FROM paper_form
  WHERE status <> 'confirmed' GROUP BY activity_id) AS forms`;

const statuses: Record<PaperFormEvent['type'], PaperFormStatus> = {
  PaperFormEntered: 'waiting',
  PaperFormSentBack: 'sentBack',
  PaperFormConfirmed: 'confirmed',
};

async function note(event: Recorded<PaperFormEvent>, rows: EntityManager): Promise<void> {
  const { type, data, position } = event;
  const { activityId, form, by } = data;
  const before = await rows.findOneBy(PaperFormRow, { activityId, form });
  if (before && before.position >= position) return;
  const enteredBy = type === 'PaperFormEntered' || !before ? by : before.enteredBy;
  const reason = type === 'PaperFormSentBack' ? event.data.reason : null;
  const row = { activityId, form, status: statuses[type], enteredBy, reason, at: timeOf(event), position };
  await rows.upsert(PaperFormRow, row, ['activityId', 'form']);
}

export const paperFormAnswers = [
  answer(listPaperForms, ['consultations'], async ({ activityId, status, cursor }, { rows, reader }) => {
    const { consultation } = await visibleActivity(rows, activityId, reader);
    const { accountId } = permitted(reader, 'consult', consultation.unit);
    const query = rows.getRepository(PaperFormRow).createQueryBuilder('form').where({ activityId, ...(status && { status }) });
    const { items, ...page } = await pageOfRows(query, { by: 'position', newestFirst: true, cursor });
    return { ...page, items: items.map((row) => viewOf(row, accountId)) };
  }),
];

function viewOf({ form, status, at, reason, enteredBy }: PaperFormRow, readerId: string): PaperFormView {
  return { form, status, at: at.toISOString(), reason, isOwn: enteredBy === readerId };
}
