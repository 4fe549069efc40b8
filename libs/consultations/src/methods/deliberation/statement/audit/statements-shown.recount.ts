import { eventIn, pageMustBe, said, shown, timeSaid, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import type { Page } from '@isegoria/kernel';
import type { ActivityDrafted } from '../../../../activity/activity.contract';
import { showConsultation } from '../../../../consultation/consultation.contract';
import type { ConsultationsEvent } from '../../../../contract';
import { Closings, closingEvents } from '../../../../late/closings.recount';
import type { CountedEvent } from '../../../method/method.recount';
import { deliberation } from '../../deliberation.contract';
import {
  listStatements,
  statementStatuses,
  type StatementStatus,
  type StatementSubmitted,
  type StatementView,
} from '../statement.contract';
import { mayRead, textOf } from './statement-text.recount';

interface KnownStatement {
  readonly place: number;
  readonly seq: number;
  readonly submitted: StatementSubmitted['data'];
  readonly submittedAt: string;
  status: StatementStatus;
  /** The entry with the last word of a moderator. */
  moderated: { readonly seq: number; readonly reason: string | null } | undefined;
}

/** The statements of all deliberations. What came too late is in no list. */
export class StatementsShown implements ShownBook {
  readonly events: readonly string[] = [
    ...(['ActivityDrafted', 'StatementSubmitted', 'StatementAccepted', 'StatementRejected'] satisfies ConsultationsEvent['type'][]),
    ...closingEvents,
  ];
  private readonly activities = new Map<string, ActivityDrafted['data']>();
  private readonly statements = new Map<string, KnownStatement>();
  /** By activity, in order of submission. */
  private readonly of = new Map<string, KnownStatement[]>();
  private readonly closings = new Closings();

  take(entry: Entry): void {
    const event = eventIn<ConsultationsEvent>(entry);
    if (!event || !this.events.includes(event.type)) return;
    this.closings.take(event as CountedEvent);
    const { type, data } = event;
    if (type === 'ActivityDrafted' && !this.activities.has(data.activityId)) this.activities.set(data.activityId, data);
    if (type === 'StatementSubmitted') this.submit(entry, data);
    if (type === 'StatementAccepted') this.moderate(entry, data.statementId, 'accepted', null);
    if (type === 'StatementRejected') this.moderate(entry, data.statementId, 'rejected', data.reason);
  }

  readonly shows = [
    shown<{ activityId: string; status?: StatementStatus; cursor?: string }, Page<StatementView>>({
      query: listStatements,
      groups: ['consultations'],
      asks: ({ answersTo }) =>
        answersTo(showConsultation)
          .flatMap(({ activities }) => activities)
          .filter(({ method }) => method === deliberation.method)
          .flatMap(({ id }) => statementStatuses.map((status) => ({ activityId: id, status }))),
      expected: ({ activityId, status, cursor }) =>
        pageMustBe<KnownStatement, StatementView>({
          things: (this.of.get(activityId) ?? []).filter((one) => one.status === status),
          placeOf: ({ place }) => place,
          itemOf: (statement) => this.viewOf(statement),
          cursor,
        }),
    }),
  ];

  private submit(entry: Entry, submitted: StatementSubmitted['data']): void {
    const activity = this.activities.get(submitted.activityId);
    const isLate = activity !== undefined && this.closings.include(activity);
    if (isLate || this.statements.has(submitted.statementId)) return;
    const { position: place, seq } = entry;
    const statement: KnownStatement = { place, seq, submitted, submittedAt: timeSaid(entry), status: 'pending', moderated: undefined };
    this.statements.set(submitted.statementId, statement);
    const statements = this.of.get(submitted.activityId) ?? [];
    statements.push(statement);
    this.of.set(submitted.activityId, statements);
  }

  private moderate({ seq }: Entry, statementId: string, status: StatementStatus, reason: string | null): void {
    const statement = this.statements.get(statementId);
    if (statement) Object.assign(statement, { status, moderated: { seq, reason } });
  }

  private viewOf({ seq, place, submitted, submittedAt, status, moderated }: KnownStatement): MustBe<StatementView> {
    const { statementId: id, consultationId, activityId, externalId, author } = submitted;
    const own = { id, consultationId, activityId, externalId, author, submittedAt };
    const judged = moderated ?? { seq, reason: null };
    return said<StatementView>(
      { seq },
      {
        ...own,
        status,
        text: mayRead(status, this.activities.get(activityId)?.settings) ? textOf(submitted, place) : said<string | null>(judged, null),
        rejectionReason: said<string | null>(judged, judged.reason),
      },
    );
  }
}
