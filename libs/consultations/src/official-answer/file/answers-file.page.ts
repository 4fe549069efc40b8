import type { AttachmentView } from '@isegoria/content';
import type { QuestionView } from '@isegoria/feedback';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { OutcomeView } from '../../outcome/outcome.contract';
import { asCsv } from '../../results/dashboard/figures-file.page';
import type { OfficialAnswerView } from '../official-answer.contract';

/** One answer in the file; null is what it does not have. */
export interface AnswerInFile {
  readonly about: 'consultation' | 'activity' | 'paragraph' | 'survey-question' | 'statement' | 'annotation' | 'text' | 'question';
  readonly about_id: string;
  /** The name of a paragraph of a document, the id of a question of a survey, or the name under which a text of it is listed. */
  readonly named: string | null;
  /** Of a paragraph: to which version of the document it was given. */
  readonly text_version: number | null;
  readonly activity_id: string | null;
  readonly activity: string | null;
  /** Under which several were answered at once, and the name of these. */
  readonly theme: string | null;
  readonly group_id: string | null;
  readonly verdict: string | null;
  readonly answered_at: string;
  /** When its words were last changed. */
  readonly changed_at: string | null;
  readonly changes: number | null;
  /** Days from the end that the consultation promises; questions have no such term. */
  readonly term_days: number | null;
  readonly due_at: string | null;
  readonly is_late: boolean | null;
  readonly text: string;
  readonly documents: readonly string[];
}

const nothing = {
  ...{ named: null, text_version: null, activity_id: null, activity: null },
  ...{ theme: null, group_id: null, verdict: null, documents: [] },
} as const;
const noTerm = { term_days: null, due_at: null, is_late: null } as const;

function termOf({ answer: { withinDays, dueAt } }: ConsultationView, answeredAt: string): Pick<AnswerInFile, keyof typeof noTerm> {
  if (dueAt === null) return { ...noTerm, term_days: withinDays };
  return { term_days: withinDays, due_at: dueAt, is_late: Date.parse(answeredAt) > Date.parse(dueAt) };
}

/** The outcome: first published when the consultation was answered. */
export function toWhole(consultation: ConsultationView, { youSaid, weDid, publishedAt, changes }: OutcomeView): AnswerInFile {
  const answeredAt = consultation.answer.answeredAt ?? publishedAt;
  const changed = { changed_at: changes > 0 ? publishedAt : null, changes };
  const given = { answered_at: answeredAt, ...changed, ...termOf(consultation, answeredAt), text: `${youSaid}\n\n${weDid}` };
  return { ...nothing, about: 'consultation', about_id: consultation.id, ...given };
}

export function toAnswer(consultation: ConsultationView, answer: OfficialAnswerView): AnswerInFile {
  const { aboutId, named, textVersion, activityId, stance, text, group, earlier, corrections, answeredAt } = answer;
  const activity = consultation.activities.find(({ id }) => id === activityId);
  return {
    about: aboutInFile(answer, activity?.method),
    about_id: aboutId,
    named,
    text_version: textVersion,
    activity_id: activityId,
    activity: activity?.title ?? null,
    theme: group?.theme?.title ?? null,
    group_id: group?.id ?? null,
    verdict: stance,
    answered_at: answeredAt,
    changed_at: earlier.at(-1)?.correctedAt ?? null,
    changes: corrections,
    ...termOf(consultation, answeredAt),
    text,
    documents: answer.documents.map(nameOf),
  };
}

export function toQuestion(_: ConsultationView, { id, answer, answeredAt, answerRevisedAt, answerFiles }: QuestionView): AnswerInFile {
  const given = { answered_at: answeredAt!, changed_at: answerRevisedAt, changes: null, ...noTerm, text: answer! };
  return { ...nothing, about: 'question', about_id: id, ...given, documents: answerFiles.documents.map(nameOf) };
}

function aboutInFile({ about }: OfficialAnswerView, method: string | undefined): AnswerInFile['about'] {
  if (about === 'question') return 'survey-question';
  return about === 'statement' && method === 'document' ? 'annotation' : about;
}

const nameOf = ({ name }: AttachmentView) => name;

const columns: readonly (keyof AnswerInFile)[] = [
  ...(['about', 'about_id', 'activity_id', 'activity', 'theme', 'group_id', 'verdict', 'answered_at'] as const),
  ...(['changed_at', 'changes', 'term_days', 'due_at', 'is_late', 'text', 'documents', 'named', 'text_version'] as const),
];

/** CSV, line by line. */
export async function* asLines(rows: AsyncIterable<AnswerInFile>, mark: string): AsyncGenerator<string> {
  yield mark + asCsv([columns]);
  for await (const row of rows) yield asCsv([columns.map((name) => cellOf(row[name]))]);
}

function cellOf(value: AnswerInFile[keyof AnswerInFile]): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.join('\n');
}

/** JSON: a list, one answer a line. */
export async function* asList(rows: AsyncIterable<AnswerInFile>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield before + JSON.stringify(row);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
