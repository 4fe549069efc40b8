import {
  InAnyOrder,
  WithdrawnFiles,
  eventIn,
  isAbout,
  pageMustBe,
  said,
  shown,
  someCategories,
  timeSaid,
  wordsSaid,
  type Entry,
  type Fields,
  type MustBe,
  type ShownBook,
} from '@isegoria/audit-kit';
import type { ConsultationDrafted } from '@isegoria/consultations';
import { filesView, noFiles, type AttachedFiles, type FileWithdrawn, type ModerationRule } from '@isegoria/content';
import type { Page } from '@isegoria/kernel';
import { Supporters } from '../../support/audit/supporters.recount';
import type { Supported } from '../../support/supported.contract';
import type { SupportEvent } from '../../support/support.contract';
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
  readonly id: string;
  readonly unit: string;
  readonly consultationId: string | null;
  readonly categories: readonly string[];
  /** As they were said last, shown or not. */
  words: MustBe<string | null>;
  /** Beside the answer, and where in the log that is. */
  files: AttachedFiles;
  filesPlace: number;
  view: Omit<Fields<QuestionView>, keyof Supported | 'answerFiles'>;
}

/** All questions and their answers. */
export class QuestionsShown implements ShownBook {
  readonly events: (QuestionEvent | SupportEvent | ConsultationDrafted | FileWithdrawn)['type'][] = [
    'QuestionAsked',
    'QuestionAnswered',
    'QuestionHidden',
    'QuestionRestored',
    'QuestionEdited',
    'QuestionWithdrawn',
    'SupportCast',
    'ConsultationDrafted',
    'FileWithdrawn',
  ];
  private readonly withdrawn = new WithdrawnFiles();
  private readonly supporters = new Supporters();
  private readonly questions = new Map<string, KnownQuestion>();

  take(entry: Entry): void {
    const event = eventIn<QuestionEvent | SupportEvent | ConsultationDrafted | FileWithdrawn>(entry);
    if (event?.type === 'FileWithdrawn') return this.withdrawn.take(entry, event.data);
    if (event?.type === 'ConsultationDrafted') return this.supporters.count(event.data.consultationId, event.data.countsFrom);
    if (event?.type === 'SupportCast') return event.data.item === 'question' ? this.supporters.take(entry, event.data) : undefined;
    if (event?.type === 'QuestionAsked' && !this.questions.has(event.data.questionId)) this.add(entry, event.data);
    const question = event && this.questions.get(event.data.questionId);
    if (!question) return;
    if (event.type === 'QuestionEdited') question.words = wordsOf(event.data, entry.position);
    if (event.type === 'QuestionAnswered') Object.assign(question, { files: event.data.files ?? noFiles, filesPlace: entry.position });
    question.view = { ...question.view, ...changeIn(event, entry, question) };
  }

  readonly shows = [
    shown<{ topic?: string; area?: string; cursor?: string }, Page<QuestionView>>({
      query: listQuestions,
      groups: ['feedback'],
      asks: () => [{}, ...someCategories([...this.questions.values()].flatMap(({ categories }) => categories))],
      expected: ({ topic, area, cursor }) =>
        pageMustBe<KnownQuestion, QuestionView>({
          things: [...this.questions.values()].filter(({ categories }) => isAbout(categories, topic) && isAbout(categories, area)),
          placeOf: ({ place }) => place,
          itemOf: (question) => this.viewOf(question),
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

  private viewOf({ id, consultationId, seq, view, files, filesPlace }: KnownQuestion): MustBe<QuestionView> {
    const answerFiles = this.withdrawn.shownBeside(filesView(files), filesPlace);
    return said<QuestionView>({ seq }, { ...view, answerFiles, ...this.supporters.of(id, consultationId, seq) });
  }

  private add(entry: Entry, asked: QuestionAsked['data']): void {
    const { questionId, unit, consultationId, categories = [], author, assurance } = asked;
    const open = { status: 'open', askedAt: timeSaid(entry), editedAt: null, withdrawnAt: null, version: entry.position } as const;
    const unanswered = { answer: null, answeredAt: null, answerRevisedAt: null };
    const words = wordsOf(asked, entry.position);
    const view: KnownQuestion['view'] = {
      id: questionId,
      unit,
      consultationId,
      categories: said<readonly string[]>(entry, categories),
      author,
      assurance,
      text: words,
      hiddenReason: null,
      hiddenRule: null,
      ...open,
      ...unanswered,
    };
    const place = { place: entry.position, seq: entry.seq, files: noFiles, filesPlace: entry.position };
    this.questions.set(questionId, { id: questionId, ...place, unit, consultationId, categories, words, view });
  }
}

function changeIn(
  event: QuestionEvent,
  entry: Entry,
  { words, view: { status, answeredAt } }: KnownQuestion,
): Partial<Fields<QuestionView>> {
  const now = said<string | null>(entry, timeSaid(entry));
  switch (event.type) {
    case 'QuestionAnswered':
      return {
        status: 'answered',
        answer: said(entry, event.data.text),
        version: said(entry, entry.position),
        ...answeredAgain(answeredAt, now),
      };
    case 'QuestionEdited':
      return { text: words, editedAt: now, version: said(entry, entry.position) };
    case 'QuestionHidden':
      return { text: said<string | null>(entry, null), ...hidden(entry, event.data.reason, event.data.rule ?? null) };
    case 'QuestionRestored':
      return { text: words, ...hidden(entry, null, null) };
    case 'QuestionWithdrawn':
      return { status: status === 'answered' ? status : 'withdrawn', text: said<string | null>(entry, null), withdrawnAt: now };
    default:
      return {};
  }
}

/** The first answer has a time of its own, and so has the last revision. */
function answeredAgain(first: MustBe<string | null>, now: MustBe<string | null>): Partial<Fields<QuestionView>> {
  return first === null ? { answeredAt: now } : { answerRevisedAt: now };
}

function hidden(entry: Entry, reason: string | null, rule: ModerationRule | null) {
  return { hiddenReason: said<string | null>(entry, reason), hiddenRule: said<ModerationRule | null>(entry, rule) };
}

type Worded = Pick<QuestionAsked['data'], 'questionId' | 'consultationId' | 'author' | 'text'>;

function wordsOf({ questionId, consultationId, author, text }: Worded, place: number): MustBe<string | null> {
  return wordsSaid(text, { what: `question ${questionId}`, author, within: consultationId ?? inGeneral, group: 'feedback', place });
}
