import { eventIn, said, shown, timeSaid, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import type { ActivityDrafted } from '../../../activity/activity.contract';
import { showConsultation } from '../../../consultation/consultation.contract';
import type { ConsultationsEvent } from '../../../contract';
import { Closings, closingEvents } from '../../../late/closings.recount';
import { mayRead, withdrawnFrom } from '../../deliberation/statement/audit/statement-text.recount';
import type { StatementStatus, StatementSubmitted } from '../../deliberation/statement/statement.contract';
import type { CountedEvent } from '../../method/method.recount';
import { document, showDocument, type DocumentView, type DocumentWritten } from '../document.contract';

interface Annotation {
  readonly activityId: string;
  readonly paragraph: string;
  status: StatementStatus;
  /** The entry that says so. */
  seq: number;
}

interface Version {
  readonly seq: number;
  readonly writtenAt: string;
  readonly blocks: DocumentWritten['data']['blocks'][number][];
}

/** The text of every document, with how many annotations each of its paragraphs has. */
export class PapersShown implements ShownBook {
  readonly events: readonly string[] = [
    ...([
      'ActivityDrafted',
      'DocumentWritten',
      'StatementSubmitted',
      'StatementAccepted',
      'StatementRejected',
      'StatementDecisionUndone',
      'StatementWithdrawn',
    ] satisfies ConsultationsEvent['type'][]),
    ...closingEvents,
  ];
  private readonly activities = new Map<string, ActivityDrafted['data']>();
  /** The versions of each paper. */
  private readonly versions = new Map<string, Map<number, Version>>();
  private readonly annotations = new Map<string, Annotation>();
  private readonly closings = new Closings();

  take(entry: Entry): void {
    const event = eventIn<ConsultationsEvent>(entry);
    if (!event || !this.events.includes(event.type)) return;
    this.closings.take(event as CountedEvent);
    const { type, data } = event;
    if (type === 'ActivityDrafted' && data.method === document.method) this.activities.set(data.activityId, data);
    if (type === 'DocumentWritten') this.write(entry, data);
    if (type === 'StatementSubmitted') this.submit(entry, data);
    if (type === 'StatementAccepted') this.become(entry, data.statementId, 'accepted');
    if (type === 'StatementRejected') this.become(entry, data.statementId, 'rejected');
    if (type === 'StatementDecisionUndone') this.become(entry, data.statementId, 'pending');
    if (type === 'StatementWithdrawn')
      this.become(entry, data.statementId, withdrawnFrom(this.annotations.get(data.statementId)?.status ?? 'pending'));
  }

  readonly shows = [
    shown<{ activityId: string }, DocumentView>({
      query: showDocument,
      groups: ['consultations'],
      asks: ({ answersTo }) =>
        answersTo(showConsultation)
          .flatMap(({ activities }) => activities)
          .filter(({ method }) => method === document.method)
          .map(({ id }) => ({ activityId: id })),
      expected: ({ activityId }) => this.paper(activityId),
    }),
  ];

  private write(entry: Entry, { activityId, version, blocks }: DocumentWritten['data']): void {
    const versions = this.versions.get(activityId) ?? new Map<number, Version>();
    this.versions.set(activityId, versions);
    const known = versions.get(version) ?? { seq: entry.seq, writtenAt: timeSaid(entry), blocks: [] };
    versions.set(version, { ...known, blocks: [...known.blocks, ...blocks] });
  }

  private submit({ seq }: Entry, { statementId, activityId, at }: StatementSubmitted['data']): void {
    const activity = this.activities.get(activityId);
    if (!at || !activity || this.closings.include(activity) || this.annotations.has(statementId)) return;
    this.annotations.set(statementId, { activityId, paragraph: at.paragraph, status: 'pending', seq });
  }

  private become({ seq }: Entry, statementId: string, status: StatementStatus): void {
    const annotation = this.annotations.get(statementId);
    if (annotation) Object.assign(annotation, { status, seq });
  }

  private paper(activityId: string): MustBe<DocumentView> | undefined {
    const [activity, versions] = [this.activities.get(activityId), this.versions.get(activityId)];
    if (!activity || !versions) return undefined;
    const inOrder = [...versions].sort(([one], [other]) => one - other);
    const [version, { seq, blocks }] = inOrder.at(-1)!;
    const countOf = this.counts(activity);
    return {
      activityId,
      consultationId: activity.consultationId,
      version: said<number>({ seq }, version),
      versions: inOrder.map(([number, { seq, writtenAt }]) => said({ seq }, { version: number, writtenAt })),
      blocks: blocks.map(({ id, kind, level, text }) => {
        const counted = countOf.get(id) ?? { count: 0, seq };
        return said<DocumentView['blocks'][number]>({ seq }, { id, kind, level, text, annotations: said<number>(counted, counted.count) });
      }),
    };
  }

  /** How many annotations of each paragraph everybody may read, and the last entry that changed that. */
  private counts({ activityId, settings }: ActivityDrafted['data']): ReadonlyMap<string, { readonly count: number; readonly seq: number }> {
    const counts = new Map<string, { count: number; seq: number }>();
    for (const { activityId: of, paragraph, status, seq } of this.annotations.values()) {
      if (of !== activityId) continue;
      const known = counts.get(paragraph) ?? { count: 0, seq };
      counts.set(paragraph, { count: known.count + (mayRead(status, settings) ? 1 : 0), seq: Math.max(known.seq, seq) });
    }
    return counts;
  }
}
