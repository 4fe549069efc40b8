import { hash } from 'node:crypto';
import { Rejection } from '@isegoria/kernel';
import { commitmentsIn, inOneForm, type SubjectKeys } from '@isegoria/privacy';
import { own } from '../questionnaire/conditions.pure';
import {
  questionsOf,
  type Answer,
  type Answers,
  type ChosenOrWritten,
  type FileAnswer,
  type Place as PlaceAnswer,
  type Question,
  type QuestionKind,
  type Questionnaire,
} from '../questionnaire/questionnaire.pure';
import type { FileDetails } from '../answer-file/keeping/known-files';
import { cellOf } from '../place/cells.pure';
import type { RecordedAnswer, RecordedAnswers, RecordedFile, SealedPlace, SealedText } from './response.contract';

/** Whose answers, in which activity. */
export interface Place {
  readonly accountId: string;
  readonly activityId: string;
  readonly voter: string;
}

/** The same, with what is asked there. */
export interface Within extends Place {
  readonly consultationId: string;
  readonly questionnaire: Questionnaire;
}

/**
 * Answers as they are recorded: whatever people wrote is sealed under their key. The same answers give the same bytes, and other answers
 * give others all over: what did not change cannot be told from what did by what the leaves commit to.
 * @param details of the files among them, sealed before, by their hashes
 */
export async function sealedAnswers(
  keys: SubjectKeys,
  place: Within,
  answers: Answers,
  details: ReadonlyMap<string, string> = new Map(),
): Promise<RecordedAnswers> {
  const { accountId, consultationId, activityId, questionnaire } = place;
  const said = withoutUndefined(answers);
  let all: string | undefined;
  const seal = async (id: string, text: string): Promise<SealedText> => {
    all ??= hash('sha256', inOneForm(said));
    return { sealed: await keys.seal(accountId, consultationId, { event: activityId, field: `answers.${id} ${all}` }, text) };
  };
  const kinds = new Map(questionsOf(questionnaire).map(({ id, kind }) => [id, kind]));
  const recorded = async (id: string, answer: Answer): Promise<RecordedAnswer> => {
    const kind = kinds.get(id);
    if (isWritten(kind)) return seal(id, answer as string);
    if (kind === 'place') return inCell(await seal(id, JSON.stringify(answer)), answer as PlaceAnswer);
    if (kind === 'file') {
      const [known] = await keys.open([details.get((answer as FileAnswer).file)!]);
      if (known!.state !== 'open') throw new Rejection('ACCOUNT_ERASED');
      return recordedFile(answer as FileAnswer, await seal(id, known!.text));
    }
    const { options, other } = answer as ChosenOrWritten;
    return other.trim() === '' ? [...options] : { options, other: await seal(id, other) };
  };
  const given = await Promise.all(
    // Most answers are choices: they wait for nothing.
    (Object.entries(said) as [string, Answer][]).map(([id, answer]) =>
      isChoice(kinds.get(id), answer) ? ([id, answer] as const) : recorded(id, answer).then((words) => [id, words] as const),
    ),
  );
  return Object.fromEntries(given) as RecordedAnswers;
}

/**
 * Sealed nothing, as often as the questionnaire could take words that these answers do not have. The leaf in the log has a commitment for
 * each sealed text: so it has as many of them whatever somebody wrote, and does not tell whose pseudonym wrote how much.
 * @param salt of the answers
 */
export async function sealedNothing(keys: SubjectKeys, place: Within, answers: RecordedAnswers, salt: string): Promise<SealedText[]> {
  const { accountId, consultationId, activityId, questionnaire } = place;
  const missing = questionsOf(questionnaire).filter(takesWords).length - commitmentsIn(answers).length;
  const seal = async (_: unknown, n: number): Promise<SealedText> => ({
    sealed: await keys.seal(accountId, consultationId, { event: activityId, field: `unsaid.${n} ${salt}` }, ''),
  });
  return Promise.all(Array.from({ length: Math.max(0, missing) }, seal));
}

/** The answers again, for the person alone; a text whose key is gone is left out. */
export async function openedAnswers(keys: SubjectKeys, questionnaire: Questionnaire, recorded: RecordedAnswers): Promise<Answers> {
  const answered = questionsOf(questionnaire).flatMap(({ id, kind }) => {
    const answer = own(recorded, id);
    return answer === undefined ? [] : [{ id, kind, answer, text: sealedIn(kind, answer) }];
  });
  const opened = await keys.open(answered.flatMap(({ text }) => (text ? [text.sealed] : [])));
  const next = opened[Symbol.iterator]();
  return Object.fromEntries(
    answered.flatMap(({ id, kind, answer, text }): [string, Answer][] => {
      if (!text) return [[id, answer as Answer]];
      const words = next.next().value!;
      if (words.state !== 'open') return [];
      if (kind === 'place') return [[id, JSON.parse(words.text) as PlaceAnswer]];
      if (kind === 'file') return [[id, openedFile(answer as RecordedFile, words.text)]];
      if (isWritten(kind)) return [[id, words.text]];
      return [[id, { options: (answer as { readonly options: readonly string[] }).options, other: words.text }]];
    }),
  );
}

function recordedFile({ file, mediaType = '', size = 0 }: FileAnswer, details: SealedText): RecordedFile {
  return { file, mediaType, size, details };
}

function openedFile({ file, mediaType, size }: RecordedFile, details: string): FileAnswer {
  return { file, name: (JSON.parse(details) as FileDetails).name, mediaType, size };
}

const takesWords = ({ kind, hasOther }: Question): boolean => isWritten(kind) || kind === 'place' || kind === 'file' || hasOther === true;

const withoutUndefined = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));

/** Whether nobody wrote anything there. */
function isChoice(kind: QuestionKind | undefined, answer: Answer): boolean {
  if (isWritten(kind) || kind === 'place' || kind === 'file') return false;
  return !hasOther(kind, answer);
}

/** Whether somebody wrote what no option says. By the kind: a row of a matrix may be called anything. */
const hasOther = (kind: QuestionKind | undefined, answer: Answer | RecordedAnswer): boolean =>
  (kind === 'single' || kind === 'multiple') && typeof answer === 'object' && 'other' in answer;

/** Which cell it is in is a choice of few; the rest is sealed. */
function inCell(sealed: SealedText, place: PlaceAnswer): SealedPlace {
  const cell = cellOf(place);
  return cell === undefined ? sealed : { ...sealed, cell };
}

const isWritten = (kind: QuestionKind | undefined): boolean => kind === 'short-text' || kind === 'long-text';

/** By its kind: a row of a matrix may be called anything. */
function sealedIn(kind: QuestionKind, answer: RecordedAnswer): SealedText | undefined {
  if (isWritten(kind) || kind === 'place') return typeof answer === 'object' && 'sealed' in answer ? (answer as SealedText) : undefined;
  if (kind === 'file') return (answer as RecordedFile).details;
  return hasOther(kind, answer) ? (answer as { readonly other: SealedText }).other : undefined;
}
