import { sameWords } from '@isegoria/kernel';
import type { Fault } from '../questionnaire/answers.pure';
import { questionsOf, type Question, type QuestionOption, type Questionnaire } from '../questionnaire/questionnaire.pure';

/** How long before the opening questions are locked, in milliseconds: what is decided by then is on record when the first one answers. */
const lockedBefore = 60_000;

/** Whether every answer keeps its meaning by now. @param opensAt milliseconds since 1970 */
export const areLocked = (opensAt: number, now: Date): boolean => now.getTime() >= opensAt - lockedBefore;

/** What an answer means beside its words. */
const fixed = [
  ...(['kind', 'isRequired', 'hasOther', 'isShuffled', 'atLeast', 'atMost', 'earliest', 'latest', 'maxLength'] as const),
  ...(['files', 'megabytes', 'when', 'quotas'] as const),
] as const;
const bounds = ['style', 'from', 'to'] as const;

/**
 * Everything that is not a matter of words, each at its field: questions and options that were added, taken out or moved, another kind or
 * limit or condition; and words that were another one's before, since an answer would then say what somebody else answered.
 */
export function changesOfMeaning(before: Questionnaire, after: Questionnaire): readonly Fault[] {
  if (after.sections.length !== before.sections.length) return [locked('sections')];
  const asked = new Map(questionsOf(before).map(({ id, text }) => [id, text]));
  return before.sections.flatMap(({ questions: stood }, section) => {
    const { questions } = after.sections[section]!;
    const at = `sections[${section}].questions`;
    if (!isSame(ids(stood), ids(questions))) return [locked(at)];
    return stood.flatMap((question, index) => changesIn(question, questions[index]!, `${at}[${index}]`, asked));
  });
}

/**
 * Words that another thing had in an earlier questionnaire, each at its field: what goes from one option to another by way of a third
 * correction turns answers as well. Questionnaires with other questions, as before the opening, are not compared.
 */
export function wordsOfOthers(earlier: readonly Questionnaire[], after: Questionnaire): readonly Fault[] {
  return earlier.flatMap((before) => {
    const faults = changesOfMeaning(before, after);
    return faults.every(({ field }) => /\.(?:text|steps|toLabel)$/.test(field)) ? faults : [];
  });
}

function changesIn(before: Question, after: Question, at: string, asked: ReadonlyMap<string, string>): readonly Fault[] {
  const { options = [], rows = [], scale } = before;
  return [
    ...fixed.filter((name) => !isSame(before[name], after[name])).map((name) => locked(`${at}.${name}`)),
    ...(isAnothers(asked, after) ? [locked(`${at}.text`)] : []),
    ...changesInList(options, after.options ?? [], `${at}.options`),
    ...changesInList(rows, after.rows ?? [], `${at}.rows`),
    ...bounds.filter((name) => scale?.[name] !== after.scale?.[name]).map((name) => locked(`${at}.scale.${name}`)),
    ...changesInSteps(before, after, `${at}.scale.steps`),
  ];
}

function changesInList(before: readonly QuestionOption[], after: readonly QuestionOption[], at: string): readonly Fault[] {
  if (!isSame(ids(before), ids(after))) return [locked(at)];
  const words = new Map(before.map(({ id, text }) => [id, text]));
  return after.flatMap((option, index) => (isAnothers(words, option) ? [locked(`${at}[${index}].text`)] : []));
}

function changesInSteps({ scale: before }: Question, { scale: after }: Question, at: string): readonly Fault[] {
  const [stood = [], stands = []] = [before?.steps, after?.steps];
  const ends = [before?.fromLabel, before?.toLabel].map((words) => sameWords(words ?? ''));
  const words = new Map(stood.map((text, index) => [String(index), text]));
  const hasSwapped = stands.some((text, index) => isAnothers(words, { id: String(index), text }));
  const areTurned = ends[0] !== '' && ends[0] !== ends[1] && sameWords(after?.toLabel ?? '') === ends[0];
  return [
    ...(stood.length !== stands.length || hasSwapped ? [locked(at)] : []),
    ...(areTurned ? [locked(at.replace('steps', 'toLabel'))] : []),
  ];
}

/** Whether it has the words that another one had. @param before by the ids of all */
function isAnothers(before: ReadonlyMap<string, string>, { id, text }: QuestionOption): boolean {
  const words = sameWords(text);
  return sameWords(before.get(id)) !== words && [...before].some(([other, stood]) => other !== id && sameWords(stood) === words);
}

const locked = (field: string): Fault => ({ field, constraint: 'locked' });
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
/** Whether two things say the same, in whatever order their members are. */
export const isSame = (one: unknown, other: unknown): boolean => inOrder(one ?? null) === inOrder(other ?? null);
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
