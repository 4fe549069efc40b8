import { eventIn, pageMustBe, said, shown, timeSaid, type Entry, type ShownBook } from '@isegoria/audit-kit';
import type { Page } from '@isegoria/kernel';
import { listConsultations } from '../consultation/consultation.contract';
import type { ConsultationsEvent } from '../contract';
import { listToldMoments, type ToldMomentView } from './timeline.contract';

interface Told {
  readonly entry: Entry;
  readonly moment: ToldMomentView;
  /** The last entry that changed what it says. */
  last: Entry;
  /** What was answered, each counted once. */
  readonly answered: Set<string>;
}

const toldEvents = [
  'ConsultationCorrected',
  'ActivityCorrected',
  'DocumentRevised',
  'OfficialAnswerPublished',
  'OutcomePublished',
] as const satisfies ConsultationsEvent['type'][];

/** What the timeline of a consultation says of its events. */
export class TimelinesShown implements ShownBook {
  readonly events: readonly string[] = toldEvents;
  /** By consultation, in the order of the log. */
  private readonly of = new Map<string, Told[]>();
  private readonly outcomes = new Set<string>();
  private readonly answers = new Map<string, Told>();

  take(entry: Entry): void {
    const event = eventIn<ConsultationsEvent>(entry);
    if (!event) return;
    const { type, data } = event;
    if (type === 'ConsultationCorrected') this.tell(entry, data.consultationId, { kind: 'corrected', reason: data.note });
    if (type === 'ActivityCorrected') {
      const { activityId, consultationId, note: reason } = data;
      this.tell(entry, consultationId, { kind: 'activityCorrected', activityId, reason });
    }
    if (type === 'DocumentRevised') {
      const { activityId, consultationId, reason, version } = data;
      this.tell(entry, consultationId, { kind: 'revised', activityId, reason, version });
    }
    if (type === 'OutcomePublished') {
      const { consultationId, note } = data;
      if (this.outcomes.has(consultationId)) this.tell(entry, consultationId, { kind: 'outcomeRevised', reason: note || null });
      this.outcomes.add(consultationId);
    }
    if (type === 'OfficialAnswerPublished') {
      const { activityId, consultationId, aboutId } = data;
      const told = this.answers.get(activityId) ?? this.tell(entry, consultationId, { kind: 'answered', activityId });
      this.answers.set(activityId, told);
      if (!told.answered.has(aboutId)) told.last = entry;
      told.answered.add(aboutId);
    }
  }

  readonly shows = [
    shown<{ consultationId: string; cursor?: string }, Page<ToldMomentView>>({
      query: listToldMoments,
      groups: ['consultations'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId, cursor }) =>
        pageMustBe<Told, ToldMomentView>({
          things: this.of.get(consultationId) ?? [],
          placeOf: ({ entry }) => entry.position,
          itemOf: ({ last, moment, answered }) =>
            said<ToldMomentView>(last, { ...moment, answers: moment.kind === 'answered' ? answered.size : null }),
          cursor,
          newestFirst: true,
        }),
    }),
  ];

  private tell(entry: Entry, consultationId: string, what: Pick<ToldMomentView, 'kind'> & Partial<ToldMomentView>): Told {
    const nothing = { activityId: null, reason: null, version: null, answers: null };
    const told = { entry, last: entry, moment: { ...nothing, ...what, at: timeSaid(entry) }, answered: new Set<string>() };
    this.of.set(consultationId, [...(this.of.get(consultationId) ?? []), told]);
    return told;
  }
}
