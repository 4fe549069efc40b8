import { eventIn, said, shown, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import type { ActivityDrafted } from '../../../activity/activity.contract';
import { showConsultation } from '../../../consultation/consultation.contract';
import type { ConsultationsEvent } from '../../../contract';
import { Closings, closingEvents } from '../../../late/closings.recount';
import { mayRead, withdrawnFrom } from '../../deliberation/statement/audit/statement-text.recount';
import type { StatementStatus, StatementSubmitted } from '../../deliberation/statement/statement.contract';
import type { CountedEvent } from '../../method/method.recount';
import { document, showDocument, type DocumentView } from '../document.contract';
import type { AnnotationPlace } from '../annotation/place.contract';
import { carriedThrough } from './carried.recount';
import { PaperTexts, paperEvents } from './paper-texts.recount';

interface Annotation {
  readonly activityId: string;
  readonly at: AnnotationPlace;
  readonly submitted: number;
  status: StatementStatus;
  /** The entry that says so. */
  seq: number;
}

/** How many there are, how many of them are lost, and the last entry that changed that. */
interface Counted {
  readonly count: number;
  readonly lost: number;
  readonly seq: number;
}

/** The text of every document, with how many annotations each of its paragraphs has. */
export class PapersShown implements ShownBook {
  readonly events: readonly string[] = [
    ...([
      'ActivityDrafted',
      ...paperEvents,
      'StatementSubmitted',
      'StatementAccepted',
      'StatementRejected',
      'StatementDecisionUndone',
      'StatementWithdrawn',
    ] satisfies ConsultationsEvent['type'][]),
    ...closingEvents,
  ];
  private readonly activities = new Map<string, ActivityDrafted['data']>();
  private readonly texts = new PaperTexts();
  private readonly annotations = new Map<string, Annotation>();
  private readonly closings = new Closings();

  take(entry: Entry): void {
    const event = eventIn<ConsultationsEvent>(entry);
    if (!event || !this.events.includes(event.type)) return;
    this.closings.take(event as CountedEvent);
    const { type, data } = event;
    if (type === 'ActivityDrafted' && data.method === document.method) this.activities.set(data.activityId, data);
    this.texts.take(entry);
    if (type === 'StatementSubmitted') this.submit(entry, data);
    if (type === 'StatementAccepted') this.become(entry, data.statementId, 'accepted');
    if (type === 'StatementRejected') this.become(entry, data.statementId, 'rejected');
    if (type === 'StatementDecisionUndone') this.become(entry, data.statementId, 'pending');
    if (type === 'StatementWithdrawn')
      this.become(entry, data.statementId, withdrawnFrom(this.annotations.get(data.statementId)?.status ?? 'pending'));
  }

  readonly shows = [
    shown<{ activityId: string; version?: string }, DocumentView>({
      query: showDocument,
      groups: ['consultations'],
      asks: ({ answersTo }) =>
        answersTo(showConsultation)
          .flatMap(({ activities }) => activities)
          .filter(({ method }) => method === document.method)
          .flatMap(({ id }) => [
            { activityId: id },
            ...(this.texts.of(id) ?? []).map(({ version }) => ({ activityId: id, version: String(version) })),
          ]),
      expected: ({ activityId, version }) => this.paper(activityId, version),
    }),
  ];

  private submit({ seq }: Entry, { statementId, activityId, at }: StatementSubmitted['data']): void {
    const activity = this.activities.get(activityId);
    if (!at || !activity || this.closings.include(activity) || this.annotations.has(statementId)) return;
    this.annotations.set(statementId, { activityId, at, submitted: seq, status: 'pending', seq });
  }

  private become({ seq }: Entry, statementId: string, status: StatementStatus): void {
    const annotation = this.annotations.get(statementId);
    if (annotation) Object.assign(annotation, { status, seq });
  }

  private paper(activityId: string, asked?: string): MustBe<DocumentView> | undefined {
    const [activity, versions] = [this.activities.get(activityId), this.texts.of(activityId)];
    const shown = asked === undefined ? versions?.at(-1) : versions?.find(({ version }) => String(version) === asked);
    if (!activity || !versions || !shown) return undefined;
    const newest = versions.at(-1)!;
    const counts = this.counts(activity);
    const lost = [...counts.values()].reduce((sum, one) => sum + one.lost, 0);
    return {
      activityId,
      consultationId: activity.consultationId,
      shown: said<number>(shown, shown.version),
      version: said<number>(shown, shown.position),
      lost: said<number>(newest, lost),
      versions: versions.map((one) => {
        const { version, writtenAt, reason, follows } = one;
        return said(one, { version, writtenAt, reason, follows });
      }),
      blocks: shown.blocks.map(({ id, kind, level, text }) => {
        const counted = counts.get(id) ?? { count: 0, seq: newest.seq };
        return said<DocumentView['blocks'][number]>(shown, { id, kind, level, text, annotations: said<number>(counted, counted.count) });
      }),
    };
  }

  /** How many annotations that everybody may read stand in each paragraph, or stood there last, and the last entry that changed that. */
  private counts({ activityId, settings }: ActivityDrafted['data']): ReadonlyMap<string, Counted> {
    const counts = new Map<string, Counted>();
    for (const annotation of this.annotations.values()) {
      const { at, status, submitted } = annotation;
      if (annotation.activityId !== activityId) continue;
      const { place, seq: carried } = carriedThrough(this.texts.of(activityId) ?? [], at, submitted);
      const known = counts.get(place.paragraph) ?? { count: 0, lost: 0, seq: 0 };
      const isRead = mayRead(status, settings);
      const seq = Math.max(known.seq, annotation.seq, carried);
      const lost = known.lost + (isRead && place.lostIn !== null ? 1 : 0);
      counts.set(place.paragraph, { count: known.count + (isRead ? 1 : 0), lost, seq });
    }
    return counts;
  }
}
