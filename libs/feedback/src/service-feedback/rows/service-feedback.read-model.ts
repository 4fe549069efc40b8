import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { ServiceEvent } from '@isegoria/content';
import type { UnitSmallestGroupSet } from '@isegoria/identity';
import { rankOf, type Recorded, type RecordedText } from '@isegoria/kernel';
import { PositionColumn, addedByLevel, sumByLevel, timeOf, type Projection } from '@isegoria/projection';
import { helpAnswers, type HelpAnswer, type ServiceFeedbackGiven } from '../feedback-given.contract';
import { RatedServiceRow, noteService } from './rated-service.read-model';

/** What somebody last said of a service. */
@Entity('service_feedback')
@Index('service_feedback_by_author', ['author'])
@Index('service_feedback_comments', ['serviceId', 'position'], { where: 'comment IS NOT NULL' })
@Index('service_feedback_by_giving', ['position'], { where: 'comment IS NOT NULL' })
export class ServiceFeedbackRow {
  @PrimaryColumn('uuid', { name: 'service_id' })
  serviceId: string;

  /** A pseudonym that is good for this service alone. */
  @PrimaryColumn('text')
  author: string;

  @Column('text')
  answer: HelpAnswer;

  /** The rank of the person's level. */
  @Column('smallint')
  assurance: number;

  @Column('jsonb', { nullable: true })
  comment: RecordedText | null;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;

  @PositionColumn()
  position: number;
}

/** Of how many people a figure is at least, where a unit says so itself. */
@Entity('feedback_group')
export class FeedbackGroupRow {
  @PrimaryColumn('text')
  unit: string;

  @Column('int')
  people: number;
}

export function serviceFeedbackProjection(): Projection {
  return { name: 'feedback/service-feedback', entities: [RatedServiceRow, ServiceFeedbackRow, FeedbackGroupRow], apply };
}

const prefixOfServices = 'public-service-';

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const last = new Map<string, object>();
  for (const event of events as readonly Recorded<ServiceEvent | ServiceFeedbackGiven | UnitSmallestGroupSet>[]) {
    if (event.type === 'ServiceFeedbackGiven') {
      const { serviceId, author, answer, assurance, text: comment } = event.data;
      const given = { answer, assurance: rankOf(assurance), comment, given_at: timeOf(event), position: event.position };
      last.set(`${serviceId} ${author}`, { service_id: serviceId, author, ...given });
    } else if (event.type === 'UnitSmallestGroupSet') {
      const { unit, people } = event.data;
      await rows.upsert(FeedbackGroupRow, { unit, people }, ['unit']);
    } else if (event.stream.startsWith(prefixOfServices)) await noteService(event, rows);
  }
  if (last.size > 0) await rows.query(countStatement, [JSON.stringify([...last.values()])]);
}

const sumOf = (answer: HelpAnswer) => `${sumByLevel(`CASE WHEN answer = '${answer}' THEN n END`)} AS ${answer}`;
const added = (answer: HelpAnswer) => `${answer} = ${addedByLevel(`service.${answer}`, `sums.${answer}`)}`;

/** All parts see the rows as they were before the statement. */
const countStatement = `
  WITH given_now AS (
    SELECT * FROM json_to_recordset($1) AS said
      (service_id uuid, author text, answer text, assurance smallint, comment jsonb, given_at timestamptz, position bigint)
  ), replaced AS (
    SELECT before.* FROM service_feedback AS before JOIN given_now USING (service_id, author)
  ), taken_back AS (
    DELETE FROM service_feedback AS before USING given_now AS now
    WHERE before.service_id = now.service_id AND before.author = now.author AND now.answer IS NULL
  ), given AS (
    INSERT INTO service_feedback (service_id, author, answer, assurance, comment, given_at, position)
    SELECT service_id, author, answer, assurance, nullif(comment, 'null'), given_at, position FROM given_now WHERE answer IS NOT NULL
    ON CONFLICT (service_id, author) DO UPDATE SET answer = excluded.answer, assurance = excluded.assurance,
      comment = excluded.comment, given_at = excluded.given_at, position = excluded.position
  ), change AS (
    SELECT service_id, answer, assurance, 1 AS n FROM given_now WHERE answer IS NOT NULL
    UNION ALL
    SELECT service_id, answer, assurance, -1 FROM replaced
  ), sums AS (
    SELECT service_id, ${helpAnswers.map(sumOf).join(', ')} FROM change GROUP BY service_id
  )
  UPDATE rated_service AS service SET ${helpAnswers.map(added).join(', ')} FROM sums WHERE service.id = sums.service_id`;
