import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { permitted, type Recorded } from '@isegoria/kernel';
import { answer, pageOfRows, timeOf, type Projection } from '@isegoria/projection';
import { visibleActivity } from '../../../activity/visible-activity.read-model';
import { byClosing } from '../../../late/closing.read-model';
import { ChannelResponseRow, ChannelTallyRow, countResponse } from '../channels/channel-tallies.read-model';
import { beyondAt } from '../quotas/quota-places.read-model';
import {
  linkedResponseSubmitted,
  listSurveyLinks,
  surveyLinksIssued,
  surveyLinksRevoked,
  type LinkBatchView,
  type LinkedResponseSubmitted,
  type SurveyLinkEvent,
} from './survey-links.contract';

/** A batch of personal links. */
@Entity('survey_link_batch')
export class LinkBatchRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('int')
  batch: number;

  @Column('int')
  links: number;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('text', { nullable: true })
  reason: string | null;
}

/** Comes behind the answers and the closings in its group: what comes by a link behind the closing is late, and counts for nothing. */
export function surveyLinksProjection(): Projection {
  return { name: 'consultations/survey-links', entities: [LinkBatchRow, ChannelResponseRow, ChannelTallyRow], apply };
}

type LinkEvent = SurveyLinkEvent | LinkedResponseSubmitted;
const responded = new Set([linkedResponseSubmitted.type]);
const known = new Set<string>([surveyLinksIssued.type, surveyLinksRevoked.type, linkedResponseSubmitted.type]);

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const ofLinks = events.filter(({ type }) => known.has(type));
  if (ofLinks.length === 0) return;
  const { inTime } = await byClosing(ofLinks, rows, responded);
  for (const event of inTime as readonly Recorded<LinkEvent>[]) {
    if (event.type === 'LinkedResponseSubmitted') await count(event, rows);
    else await note(event, rows);
  }
}

async function note(event: Recorded<SurveyLinkEvent>, rows: EntityManager): Promise<void> {
  const { activityId, batch } = event.data;
  if (event.type === 'SurveyLinksRevoked') {
    await rows.update(LinkBatchRow, { activityId, batch }, { revokedAt: timeOf(event), reason: event.data.reason });
    return;
  }
  const row = { activityId, batch, links: event.data.links.length, issuedAt: timeOf(event) };
  await rows.upsert(LinkBatchRow, row, ['activityId', 'batch']);
}

/** The first response by a link that was revoked before counts for nothing; who has responded before may still change it. */
async function count({ data, position }: Recorded<LinkedResponseSubmitted>, rows: EntityManager): Promise<void> {
  const { activityId, batch, link, voter, answers } = data;
  const key = `${batch}-${link}`;
  const of = await rows.findOneBy(LinkBatchRow, { activityId, batch });
  if (of?.revokedAt && !(await rows.existsBy(ChannelResponseRow, { activityId, channel: 'link', key }))) return;
  const beyond = (await beyondAt(rows, [activityId], [position])).size > 0;
  await countResponse({ activityId, channel: 'link', key, voter, commitment: answers, beyond }, rows);
}

export const surveyLinkAnswers = [
  answer(listSurveyLinks, ['consultations'], async ({ activityId, cursor }, { rows, reader }) => {
    const { consultation } = await visibleActivity(rows, activityId, reader);
    permitted(reader, 'consult', consultation.unit);
    const query = rows.getRepository(LinkBatchRow).createQueryBuilder('batch').where({ activityId });
    const { items, ...page } = await pageOfRows(query, { by: 'batch', newestFirst: true, cursor });
    const answered = await answeredIn(activityId, rows);
    return { ...page, items: items.map((row) => viewOf(row, answered.get(row.batch) ?? 0)) };
  }),
];

async function answeredIn(activityId: string, rows: DataSource): Promise<ReadonlyMap<number, number>> {
  const found: { batch: string; responses: string }[] = await rows.query(
    `SELECT split_part(key, '-', 1) AS batch, count(*) AS responses FROM channel_response
     WHERE activity_id = $1 AND channel = 'link' GROUP BY 1`,
    [activityId],
  );
  return new Map(found.map(({ batch, responses }) => [Number(batch), Number(responses)]));
}

function viewOf({ batch, links, issuedAt, revokedAt, reason }: LinkBatchRow, answered: number): LinkBatchView {
  return { batch, links, answered, issuedAt: issuedAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null, reason };
}
