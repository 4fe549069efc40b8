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
  const asked = questionsOf(before);
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
    return faults.every(({ field }) => /\.(?:text|steps|fromLabel|toLabel)$/.test(field)) ? faults : [];
  });
}

function changesIn(before: Question, after: Question, at: string, asked: readonly Named[]): readonly Fault[] {
  const { options = [], rows = [], scale } = before;
  return [
    ...fixed.filter((name) => !isSame(before[name], after[name])).map((name) => locked(`${at}.${name}`)),
    ...(isAnothers(asked, after) ? [locked(`${at}.text`)] : []),
    ...changesInList(options, after.options ?? [], `${at}.options`),
    ...changesInList(rows, after.rows ?? [], `${at}.rows`),
    ...bounds.filter((name) => scale?.[name] !== after.scale?.[name]).map((name) => locked(`${at}.scale.${name}`)),
    ...changesInScale(before, after, `${at}.scale`),
  ];
}

function changesInList(before: readonly QuestionOption[], after: readonly QuestionOption[], at: string): readonly Fault[] {
  if (!isSame(ids(before), ids(after))) return [locked(at)];
  return after.flatMap((option, index) => (isAnothers(before, option) ? [locked(`${at}[${index}].text`)] : []));
}

function changesInScale({ scale: before }: Question, { scale: after }: Question, at: string): readonly Fault[] {
  if (!before || !after) return [];
  const last = before.to - before.from;
  const stood = namesOf(before, last);
  const fields = namesOf(after, last).flatMap((name) => (isAnothers(stood, name) ? [name.field] : []));
  const isOtherwiseLong = before.steps?.length !== after.steps?.length;
  return [...new Set([...(isOtherwiseLong ? ['steps'] : []), ...fields])].map((field) => locked(`${at}.${field}`));
}

/** What the points of a scale are called, in steps and at its ends: an end has the words of its step beside its own. */
function namesOf({ steps = [], fromLabel = '', toLabel = '' }: NonNullable<Question['scale']>, last: number) {
  const names = [
    ...steps.map((text, index) => ({ field: 'steps', id: String(index), text })),
    { field: 'fromLabel', id: '0', text: fromLabel },
    { field: 'toLabel', id: String(last), text: toLabel },
  ];
  return names.filter(({ text }) => text.trim() !== '');
}

type Named = Pick<QuestionOption, 'id' | 'text'>;

/** Whether it has words that another one had, and that it had not itself. @param before all of them */
function isAnothers(before: readonly Named[], { id, text }: Named): boolean {
  const had = before.filter((one) => sameWords(one.text) === sameWords(text));
  return had.length > 0 && had.every((one) => one.id !== id);
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
