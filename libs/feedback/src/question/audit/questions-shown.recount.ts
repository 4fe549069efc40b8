import {
  InAnyOrder,
  eventIn,
  pageMustBe,
  said,
  shown,
  timeSaid,
  wordsSaid,
  type Entry,
  type Fields,
  type ShownBook,
} from '@isegoria/audit-kit';
import type { Page } from '@isegoria/kernel';
import {
  inGeneral,
  listQuestions,
  showUnitsOfQuestions,
  type QuestionAsked,
  type QuestionEvent,
  type QuestionView,
} from '../question.contract';

interface KnownQuestion {
  readonly place: number;
  readonly seq: number;
  readonly unit: string;
  view: Fields<QuestionView>;
}

/** All questions and their answers. */
export class QuestionsShown implements ShownBook {
  readonly events: QuestionEvent['type'][] = ['QuestionAsked', 'QuestionAnswered'];
  private readonly questions = new Map<string, KnownQuestion>();

  take(entry: Entry): void {
    const event = eventIn<QuestionEvent>(entry);
    if (event?.type === 'QuestionAsked' && !this.questions.has(event.data.questionId)) this.add(entry, event.data);
    if (event?.type !== 'QuestionAnswered') return;
    const question = this.questions.get(event.data.questionId);
    if (!question) return;
    const answered = { status: 'answered' as const, answer: said(entry, event.data.text), answeredAt: said(entry, timeSaid(entry)) };
    question.view = { ...question.view, ...answered };
  }

  readonly shows = [
    shown<{ cursor?: string }, Page<QuestionView>>({
      query: listQuestions,
      groups: ['feedback'],
      asks: () => [{}],
      expected: ({ cursor }) =>
        pageMustBe<KnownQuestion, QuestionView>({
          things: [...this.questions.values()],
          placeOf: ({ place }) => place,
          itemOf: ({ seq, view }) => said<QuestionView>({ seq }, view),
          cursor,
          newestFirst: true,
        }),
    }),
    shown({
      query: showUnitsOfQuestions,
      groups: ['feedback'],
      asks: () => [{}],
      expected: () => ({ units: new InAnyOrder([...new Set([...this.questions.values()].map(({ unit }) => unit))]) }),
    }),
  ];

  private add(entry: Entry, { questionId, unit, consultationId, author, assurance, text }: QuestionAsked['data']): void {
    const words = wordsSaid(text, {
      what: `question ${questionId}`,
      author,
      within: consultationId ?? inGeneral,
      group: 'feedback',
      place: entry.position,
    });
    const open = { status: 'open', askedAt: timeSaid(entry), answer: null, answeredAt: null } as const;
    const view: Fields<QuestionView> = { id: questionId, unit, consultationId, author, assurance, text: words, ...open };
    this.questions.set(questionId, { place: entry.position, seq: entry.seq, unit, view });
  }
}
