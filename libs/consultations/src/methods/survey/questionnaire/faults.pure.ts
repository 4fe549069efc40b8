import { isDay, type Fault } from './answers.pure';
import { canHold, mostTriedInAll } from './dead-ends/can-hold.pure';
import {
  optionId,
  otherOption,
  questionId,
  questionnaireLimits,
  questionsOf,
  type Condition,
  type Question,
  type QuestionKind,
  type Questionnaire,
} from './questionnaire.pure';

const choosing: readonly QuestionKind[] = ['single', 'multiple'];
/** What is said of some kinds only. */
const partsOfKinds: Readonly<Partial<Record<keyof Question, readonly QuestionKind[]>>> = {
  options: ['single', 'multiple', 'matrix', 'ranking'],
  hasOther: choosing,
  quotas: ['single'],
  rows: ['matrix'],
  scale: ['scale'],
  atLeast: ['multiple', 'ranking', 'number'],
  atMost: ['multiple', 'ranking', 'number'],
  earliest: ['date'],
  latest: ['date'],
  maxLength: ['short-text', 'long-text'],
  files: ['file'],
  megabytes: ['file'],
  isShuffled: ['single', 'multiple', 'ranking', 'matrix'],
};

/**
 * Everything that is wrong with a questionnaire beyond what its class says, each at its field (`sections[0].questions[2].when`): ids that
 * are there twice, what a kind of question needs or has no use for, conditions that look ahead or at what is not there, and dead ends,
 * which nobody can be asked.
 */
export function questionnaireFaults(questionnaire: Questionnaire): readonly Fault[] {
  const { sections } = questionnaire;
  const all = questionsOf(questionnaire);
  const faults: Fault[] = [];
  if (sections.length === 0) return [{ field: 'sections', constraint: 'arrayMinSize', limit: 1 }];
  if (sections.length > questionnaireLimits.sections) faults.push(tooMany('sections', questionnaireLimits.sections));
  if (all.length > questionnaireLimits.questions) return [tooMany('sections', questionnaireLimits.questions)];
  const before = new Map<string, Question>();
  const budget = { left: mostTriedInAll };
  const places = { left: questionnaireLimits.allPlaces };
  sections.forEach(({ questions }, section) => {
    if (questions.length === 0) faults.push({ field: `sections[${section}].questions`, constraint: 'arrayMinSize', limit: 1 });
    questions.forEach((question, index) => {
      const own = [...faultsOf(question, before), ...faultsOfQuotas(question, places), ...faultsOfCondition(question, before, all, budget)];
      faults.push(...own.map(({ field, ...fault }) => ({ field: `sections[${section}].questions[${index}].${field}`, ...fault })));
      if (!before.has(question.id)) before.set(question.id, question);
    });
  });
  return faults;
}

const tooMany = (field: string, limit: number): Fault => ({ field, constraint: 'arrayMaxSize', limit });

function faultsOf(question: Question, before: ReadonlyMap<string, Question>): Fault[] {
  const faults: Fault[] = [];
  const wrong = (field: string, constraint: string, limit?: number | string) =>
    faults.push({ field, constraint, ...(limit === undefined ? {} : { limit }) });
  const { id, kind, options = [], rows = [], atLeast, atMost, earliest, latest } = question;
  if (!questionId.test(id)) wrong('id', 'matches');
  if (before.has(id)) wrong('id', 'arrayUnique');
  for (const [part, kinds] of Object.entries(partsOfKinds))
    if (question[part as keyof Question] !== undefined && !kinds.includes(kind)) wrong(part, 'notOfKind');
  if (partsOfKinds.options!.includes(kind) && options.length < 2) wrong('options', 'arrayMinSize', 2);
  if (kind === 'matrix' && rows.length === 0) wrong('rows', 'arrayMinSize', 1);
  for (const [name, list] of [['options', options] as const, ['rows', rows] as const]) {
    list.forEach((one, index) => {
      if (!optionId.test(one.id) || one.id === otherOption) wrong(`${name}[${index}].id`, 'matches');
      else if (list.findIndex((other) => other.id === one.id) < index) wrong(`${name}[${index}].id`, 'arrayUnique');
    });
  }
  if (kind === 'scale') faults.push(...faultsOfScale(question));
  if (kind === 'multiple' || kind === 'ranking') {
    const most = options.length + (question.hasOther ? 1 : 0);
    for (const [name, size] of [['atLeast', atLeast] as const, ['atMost', atMost] as const]) {
      if (size === undefined) continue;
      if (!Number.isInteger(size) || size < 1) wrong(name, 'min', 1);
      else if (size > most) wrong(name, 'max', most);
    }
  }
  if (kind === 'number')
    for (const [name, size] of [['atLeast', atLeast] as const, ['atMost', atMost] as const])
      if (size !== undefined && !(Math.abs(size) <= questionnaireLimits.number)) wrong(name, 'max', questionnaireLimits.number);
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) wrong('atMost', 'min', atLeast);
  for (const [name, day] of [['earliest', earliest] as const, ['latest', latest] as const])
    if (day !== undefined && !isDay(day)) wrong(name, 'isDay');
  if (isDay(earliest) && isDay(latest) && earliest > latest) wrong('latest', 'earliest', earliest);
  return faults;
}

function faultsOfQuotas({ quotas = [], options = [], hasOther }: Question, places: { left: number }): Fault[] {
  const known = [...options.map(({ id }) => id), ...(hasOther ? [otherOption] : [])];
  const { leastPlaces, mostPlaces } = questionnaireLimits;
  return quotas.flatMap(({ option, most }, at): Fault[] => {
    const field = `quotas[${at}]`;
    if (!known.includes(option)) return [{ field: `${field}.option`, constraint: 'isIn' }];
    if (quotas.findIndex((other) => other.option === option) < at) return [{ field: `${field}.option`, constraint: 'arrayUnique' }];
    if (!Number.isInteger(most) || most < leastPlaces) return [{ field: `${field}.most`, constraint: 'min', limit: leastPlaces }];
    const limit = Math.min(mostPlaces, places.left);
    if (most > limit) return [{ field: `${field}.most`, constraint: 'max', limit }];
    places.left -= most;
    return [];
  });
}

function faultsOfScale({ scale }: Question): Fault[] {
  if (!scale) return [{ field: 'scale', constraint: 'isMissing' }];
  const { style, from, to, steps } = scale;
  if (!Number.isInteger(from) || from < (style === 'stars' ? 1 : 0))
    return [{ field: 'scale.from', constraint: 'min', limit: style === 'stars' ? 1 : 0 }];
  if (style === 'stars' && from > 1) return [{ field: 'scale.from', constraint: 'max', limit: 1 }];
  if (!Number.isInteger(to) || to <= from) return [{ field: 'scale.to', constraint: 'min', limit: from + 1 }];
  const most = from + questionnaireLimits.steps - 1;
  if (to > most) return [{ field: 'scale.to', constraint: 'max', limit: most }];
  if (steps && steps.length !== to - from + 1) return [{ field: 'scale.steps', constraint: 'isLength', limit: to - from + 1 }];
  return [];
}

function faultsOfCondition(
  question: Question,
  before: ReadonlyMap<string, Question>,
  all: readonly Question[],
  budget: { left: number },
): Fault[] {
  if (question.when === undefined) return [];
  const faults = faultsIn(question.when, 'when', 1, before, all);
  if (countIn(question.when) > questionnaireLimits.conditions) return [tooMany('when', questionnaireLimits.conditions)];
  return faults.length === 0 && !canHold(question.when, [...before.values()], budget) ? [{ field: 'when', constraint: 'canHold' }] : faults;
}

function countIn({ all = [], any = [], not }: Condition): number {
  const parts = [...all, ...any, ...(not ? [not] : [])];
  return parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + countIn(part), 0);
}

const forms = ['all', 'any', 'not', 'isAnyOf', 'isAnswered'] as const;

function faultsIn(
  condition: Condition,
  at: string,
  depth: number,
  before: ReadonlyMap<string, Question>,
  everything: readonly Question[],
): Fault[] {
  if (depth > questionnaireLimits.conditionDepth) return [{ field: at, constraint: 'isDeep', limit: questionnaireLimits.conditionDepth }];
  const { question: about, all, any, not, isAnyOf, atLeast, atMost } = condition;
  const isWithin = atLeast !== undefined || atMost !== undefined;
  const said = forms.filter((form) => condition[form] !== undefined).length + (isWithin ? 1 : 0);
  if (said !== 1) return [{ field: at, constraint: 'isOneForm' }];
  for (const [name, parts] of [['all', all] as const, ['any', any] as const]) {
    if (!parts) continue;
    if (about !== undefined) return [{ field: at, constraint: 'isOneForm' }];
    if (parts.length === 0) return [{ field: `${at}.${name}`, constraint: 'arrayMinSize', limit: 1 }];
    return parts.flatMap((part, index) => faultsIn(part, `${at}.${name}[${index}]`, depth + 1, before, everything));
  }
  if (not)
    return about === undefined ? faultsIn(not, `${at}.not`, depth + 1, before, everything) : [{ field: at, constraint: 'isOneForm' }];
  if (about === undefined) return [{ field: `${at}.question`, constraint: 'isMissing' }];
  const question = before.get(about);
  if (!question)
    return [{ field: `${at}.question`, constraint: everything.some(({ id }) => id === about) ? 'isEarlier' : 'isKnownQuestion' }];
  if (isAnyOf) return faultsOfOptions(isAnyOf, question, at);
  if (!isWithin) return [];
  if (question.kind !== 'scale' && question.kind !== 'number') return [{ field: at, constraint: 'notOfKind' }];
  return atLeast !== undefined && atMost !== undefined && atLeast > atMost
    ? [{ field: `${at}.atMost`, constraint: 'min', limit: atLeast }]
    : [];
}

function faultsOfOptions(isAnyOf: readonly string[], { kind, options = [], hasOther }: Question, at: string): Fault[] {
  if (!choosing.includes(kind)) return [{ field: at, constraint: 'notOfKind' }];
  if (isAnyOf.length === 0) return [{ field: `${at}.isAnyOf`, constraint: 'arrayMinSize', limit: 1 }];
  const known = [...options.map(({ id }) => id), ...(hasOther ? [otherOption] : [])];
  return isAnyOf.flatMap((option, index): Fault[] =>
    known.includes(option) ? [] : [{ field: `${at}.isAnyOf[${index}]`, constraint: 'isIn' }],
  );
}
