import { eventIn, pageMustBe, said, shown, timeSaid, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import { limits, type Page } from '@isegoria/kernel';
import { listConsultations } from '../../consultation/consultation.contract';
import {
  listOfficialAnswers,
  type EarlierAnswerView,
  type OfficialAnswerPublished,
  type OfficialAnswerView,
} from '../official-answer.contract';

interface KnownAnswer {
  readonly place: number;
  readonly answeredAt: MustBe<string>;
  readonly earlier: MustBe<EarlierAnswerView>[];
  stands: { readonly entry: Entry; readonly data: OfficialAnswerPublished['data'] };
}

/** What offices answered, as everybody may read it. */
export class OfficialAnswersShown implements ShownBook {
  readonly events: readonly string[] = ['OfficialAnswerPublished' satisfies OfficialAnswerPublished['type']];
  /** By consultation, in the order of the first answers. */
  private readonly of = new Map<string, KnownAnswer[]>();
  private readonly known = new Map<string, KnownAnswer>();

  take(entry: Entry): void {
    const event = eventIn<OfficialAnswerPublished>(entry);
    if (event?.type !== 'OfficialAnswerPublished') return;
    const { data } = event;
    const before = this.known.get(data.aboutId);
    if (!before) return this.begin(entry, data);
    const { stance, text, group } = before.stands.data;
    const theme = group?.theme ?? null;
    before.earlier.push(said<EarlierAnswerView>(entry, { stance, text, theme, note: data.note ?? '', correctedAt: timeSaid(entry) }));
    before.stands = { entry, data };
  }

  private begin(entry: Entry, data: OfficialAnswerPublished['data']): void {
    const answer = { place: entry.position, answeredAt: said<string>(entry, timeSaid(entry)), earlier: [], stands: { entry, data } };
    this.known.set(data.aboutId, answer);
    this.of.set(data.consultationId, [...(this.of.get(data.consultationId) ?? []), answer]);
  }

  readonly shows = [
    shown<{ consultationId: string; cursor?: string }, Page<OfficialAnswerView>>({
      query: listOfficialAnswers,
      groups: ['consultations'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId, cursor }) =>
        pageMustBe<KnownAnswer, OfficialAnswerView>({
          things: this.of.get(consultationId) ?? [],
          placeOf: ({ place }) => place,
          itemOf: viewOf,
          cursor,
          newestFirst: true,
        }),
    }),
  ];
}

function viewOf({ answeredAt, earlier, stands: { entry, data } }: KnownAnswer): MustBe<OfficialAnswerView> {
  const { activityId, about, aboutId, stance, text } = data;
  const group = data.group ? { id: data.group.id, size: data.group.size, theme: data.group.theme ?? null } : null;
  return said<OfficialAnswerView>(entry, {
    ...{ activityId, about, aboutId, stance, text, answeredAt, group },
    earlier: earlier.slice(-limits.dateChangesInView),
    corrections: earlier.length,
    version: entry.position,
  });
}
