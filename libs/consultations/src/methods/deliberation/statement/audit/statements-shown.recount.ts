import { eventIn, pageMustBe, said, shown, timeSaid, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import type { ModerationRule } from '@isegoria/content';
import type { Page } from '@isegoria/kernel';
import type { ActivityDrafted } from '../../../../activity/activity.contract';
import { showConsultation } from '../../../../consultation/consultation.contract';
import type { ConsultationsEvent } from '../../../../contract';
import { Closings, closingEvents } from '../../../../late/closings.recount';
import type { CountedEvent } from '../../../method/method.recount';
import type { CarriedPlace } from '../../../document/annotation/place.contract';
import { carriedThrough } from '../../../document/audit/carried.recount';
import { PaperTexts, paperEvents } from '../../../document/audit/paper-texts.recount';
import { document } from '../../../document/document.contract';
import { deliberation } from '../../deliberation.contract';
import type { DocumentRevised } from '../../../document/revision/revision.contract';
import type { StatementEdited } from '../../own-statement/own-statement.contract';
import {
  listStatements,
  statementStatuses,
  type StatementRejected,
  type StatementStatus,
  type StatementSubmitted,
  type StatementView,
} from '../statement.contract';
import { mayRead, textOf, withdrawnFrom } from './statement-text.recount';

/** The ways of taking part to which people add statements. */
const haveStatements: readonly string[] = [deliberation.method, document.method];

interface KnownStatement {
  readonly place: number;
  readonly seq: number;
  readonly submitted: StatementSubmitted['data'];
  readonly submittedAt: string;
  status: StatementStatus;
  text: MustBe<string | null>;
  editedAt: MustBe<string | null>;
  edits: number;
  /** From then on its words stay as they are. */
  votedOn: boolean;
  /** The entry with the last word of a moderator. */
  moderated: { readonly seq: number; readonly reason: string | null; readonly rule: ModerationRule | null } | undefined;
}

/** The statements of all deliberations. What came too late is in no list. */
export class StatementsShown implements ShownBook {
  readonly events: readonly string[] = [
    ...([
      'ActivityDrafted',
      'StatementSubmitted',
      'StatementAccepted',
      'StatementRejected',
      'StatementDecisionUndone',
      'StatementEdited',
      'StatementWithdrawn',
      'StatementVoteCast',
      ...paperEvents,
    ] satisfies ConsultationsEvent['type'][]),
    ...closingEvents,
  ];
  private readonly activities = new Map<string, ActivityDrafted['data']>();
  private readonly statements = new Map<string, KnownStatement>();
  /** By activity, in order of submission. */
  private readonly of = new Map<string, KnownStatement[]>();
  private readonly papers = new PaperTexts();
  /** The version that first followed an annotation, with the entry that says so. */
  private readonly followed = new Map<string, { readonly version: number; readonly seq: number }>();
  private readonly closings = new Closings();

  take(entry: Entry): void {
    const event = eventIn<ConsultationsEvent>(entry);
    if (!event || !this.events.includes(event.type)) return;
    this.closings.take(event as CountedEvent);
    const { type, data } = event;
    if (type === 'ActivityDrafted' && !this.activities.has(data.activityId)) this.activities.set(data.activityId, data);
    if (type === 'StatementSubmitted') this.submit(entry, data);
    if (type === 'StatementAccepted') this.moderate(entry, data.statementId, 'accepted');
    if (type === 'StatementRejected') this.moderate(entry, data.statementId, 'rejected', data);
    if (type === 'StatementDecisionUndone') this.moderate(entry, data.statementId, 'pending');
    if (type === 'StatementEdited') this.edit(entry, data);
    if (type === 'StatementWithdrawn') this.withdraw(entry, data.statementId);
    if (type === 'StatementVoteCast') this.voteOn(data.statementId);
    this.papers.take(entry);
    if (type === 'DocumentRevised') this.follow(entry, data);
  }

  readonly shows = [
    shown<{ activityId: string; status?: StatementStatus; place?: 'lost'; cursor?: string }, Page<StatementView>>({
      query: listStatements,
      groups: ['consultations'],
      asks: ({ answersTo }) =>
        answersTo(showConsultation)
          .flatMap(({ activities }) => activities)
          .filter(({ method }) => haveStatements.includes(method))
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
    const untouched = { status: 'pending', editedAt: null, edits: 0, votedOn: false, moderated: undefined } as const;
    const statement: KnownStatement = { place, seq, submitted, submittedAt: timeSaid(entry), text: textOf(submitted, place), ...untouched };
    this.statements.set(submitted.statementId, statement);
    const statements = this.of.get(submitted.activityId) ?? [];
    statements.push(statement);
    this.of.set(submitted.activityId, statements);
  }

  private moderate({ seq }: Entry, statementId: string, status: StatementStatus, why?: StatementRejected['data']): void {
    const statement = this.statements.get(statementId);
    if (statement) Object.assign(statement, { status, moderated: { seq, reason: why?.reason ?? null, rule: why?.rule ?? null } });
  }

  /** Behind the first vote on it, and behind the closing, other words have no effect. */
  private edit(entry: Entry, data: StatementEdited['data']): void {
    const statement = this.statements.get(data.statementId);
    if (!statement) return;
    statement.edits += 1;
    const activity = this.activities.get(data.activityId);
    if (statement.votedOn || (activity !== undefined && this.closings.include(activity))) return;
    statement.text = textOf(data, entry.position);
    statement.editedAt = said<string | null>(entry, timeSaid(entry));
  }

  private withdraw(entry: Entry, statementId: string): void {
    const statement = this.statements.get(statementId);
    if (statement) Object.assign(statement, { status: withdrawnFrom(statement.status), text: said<string | null>(entry, null) });
  }

  private voteOn(statementId: string): void {
    const statement = this.statements.get(statementId);
    if (statement) statement.votedOn = true;
  }

  private follow({ seq }: Entry, { version, follows }: DocumentRevised['data']): void {
    for (const { statementId } of follows) if (!this.followed.has(statementId)) this.followed.set(statementId, { version, seq });
  }

  private carriedOf({ seq, submitted: { activityId, at } }: KnownStatement): MustBe<CarriedPlace | null> {
    if (!at) return null;
    const carried = carriedThrough(this.papers.of(activityId) ?? [], at, seq);
    return said<CarriedPlace>(carried, { ...carried.place });
  }

  private viewOf(statement: KnownStatement): MustBe<StatementView> {
    const { seq, submitted, submittedAt, status, text, editedAt, edits, moderated } = statement;
    const followed = this.followed.get(submitted.statementId);
    const { statementId: id, consultationId, activityId, externalId, author } = submitted;
    const own = { id, consultationId, activityId, externalId, author, submittedAt, editedAt, edits, at: submitted.at ?? null };
    const judged = moderated ?? { seq, reason: null, rule: null };
    return said<StatementView>(
      { seq },
      {
        ...own,
        status,
        carried: this.carriedOf(statement),
        followedIn: followed ? said<number | null>(followed, followed.version) : null,
        text: mayRead(status, this.activities.get(activityId)?.settings) ? text : said<string | null>(judged, null),
        rejectionReason: said<string | null>(judged, judged.reason),
        rejectionRule: said<ModerationRule | null>(judged, judged.rule),
      },
    );
  }
}
