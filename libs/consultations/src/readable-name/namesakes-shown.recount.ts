import { eventIn, pageMustBe, said, shown, type Entry, type ShownBook } from '@isegoria/audit-kit';
import { inGeneral, type FeedbackEvent } from '@isegoria/feedback';
import type { Page } from '@isegoria/kernel';
import type { StatementSubmitted } from '../methods/deliberation/statement/statement.contract';
import { listNamesakes, nameFor, type ListNamesakes, type NamesakeView } from './readable-name.contract';

type Written = FeedbackEvent | StatementSubmitted;

interface Namesake {
  readonly place: number;
  readonly seq: number;
  readonly view: NamesakeView;
}

/** The numbers that tell people of the same name apart: whoever reads the log comes to the same ones. */
export class NamesakesShown implements ShownBook {
  readonly events: Written['type'][] = ['CommentSubmitted', 'QuestionAsked', 'StatementSubmitted'];
  private readonly authors = new Set<string>();
  private readonly called = new Map<string, number>();
  private readonly namesakes: Namesake[] = [];

  take(entry: Entry): void {
    const event = eventIn<Written>(entry);
    if (event?.type !== 'CommentSubmitted' && event?.type !== 'QuestionAsked' && event?.type !== 'StatementSubmitted') return;
    const { author, consultationId } = event.data;
    if (author !== null && !this.authors.has(author)) this.add(entry, author, consultationId ?? inGeneral);
  }

  readonly shows = [
    shown<ListNamesakes, Page<NamesakeView>>({
      query: listNamesakes,
      groups: ['consultations'],
      asks: () => [{}],
      expected: ({ cursor }) =>
        pageMustBe<Namesake, NamesakeView>({
          things: this.namesakes,
          placeOf: ({ place }) => place,
          itemOf: ({ seq, view }) => said<NamesakeView>({ seq }, view),
          cursor,
        }),
    }),
  ];

  private add({ position, seq }: Entry, author: string, context: string): void {
    this.authors.add(author);
    const { being, place } = nameFor(author);
    const name = `${context} ${being} ${place}`;
    const number = (this.called.get(name) ?? 0) + 1;
    this.called.set(name, number);
    if (number > 1) this.namesakes.push({ place: position, seq, view: { author, number } });
  }
}
