import { beside, type ActivityResults, type ByAssurance, type ConsultationResults } from '@isegoria/contracts';

type Members = Readonly<Record<string, unknown>>;

/** Something with a name and figures of its own: an option or a statement. */
export interface Thing {
  readonly id: unknown;
  readonly name: string;
  /** Absent where somebody wrote them. */
  readonly inWordsOf?: 'the site';
  /** What a page may quote of it: its name, and the words of a law that it is about. */
  readonly quotes: readonly string[];
  readonly figures: readonly number[];
  /** What it is a part of: its own total, and the people who took part. */
  readonly wholes: readonly number[];
  /** Said beside its bar of the people whom the headline figures do not count; absent where there are none of them. */
  readonly beside?: Beside | undefined;
}

/** How many of them chose it, and how many there are. */
export interface Beside {
  readonly votes: number;
  readonly people: number;
}

/** Figures that may stand together in one line, and the shares that they make. */
export interface Scope {
  readonly figures: ReadonlySet<number>;
  readonly percents: ReadonlySet<number>;
}

/** Charts show no more things as bars. */
const barsAtMost = 12;

/** An object and all in it, however deep. */
export function objectsIn(value: unknown): Members[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? within : [value as Members, ...within];
}

/** Every number in it, however deep. */
function leavesOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

const listsIn = (activity: Members) => Object.values(activity).filter(Array.isArray) as (readonly Members[])[];
const ownNumbers = (object: Members) => Object.values(object).filter((value) => typeof value === 'number');

export function thingsIn(activity: Members): Thing[] {
  return thingsOf(activity, ({ text }) => typeof text === 'string');
}

/** Statements whose words nobody may read: the table of all statements says why in place of them. */
export function thingsWithoutWords(activity: Members): Thing[] {
  return thingsOf(activity, isWithoutWords);
}

const isWithoutWords = ({ text }: Members) => text === null;

function thingsOf(activity: Members, isOne: (item: Members) => boolean): Thing[] {
  return listsIn(activity).flatMap((list) =>
    list.flatMap((item) => {
      // A question of a survey has no figures in a table, but what people chose of it.
      if (listsIn(item).length > 0) return thingsOf(item, isOne);
      return isOne(item) ? [thingFrom(item, activity)] : [];
    }),
  );
}

function thingFrom(item: Members, activity: Members): Thing {
  const { participants, answered } = activity;
  const { words } = (item['at'] ?? {}) as { words?: { exact: string } | null };
  return {
    id: item['id'],
    name: String(item['text']),
    quotes: [String(item['text']), ...(words ? [words.exact] : [])],
    figures: leavesOf({ ...item, at: null }),
    wholes: [sum(ownNumbers(item)), Number(participants ?? answered ?? 0)],
    beside: besideIn(item['byAssurance'], activity),
  };
}

/** @param counts of each level, or something else: statements have votes of three kinds, and no such sentence */
export function besideIn(counts: unknown, activity: object): Beside | undefined {
  const { participantsByAssurance, countsFrom } = activity as Partial<ActivityResults>;
  if (!participantsByAssurance || !countsFrom || !isCounts(counts)) return undefined;
  const people = beside(participantsByAssurance, countsFrom);
  return people === 0 ? undefined : { votes: beside(counts, countsFrom), people };
}

const isCounts = (counts: unknown): counts is ByAssurance<number> =>
  typeof counts === 'object' && counts !== null && Object.values(counts).every((count) => typeof count === 'number');

/** The figures of a thing, what they are of, and the shares that they are. */
export function thingScope({ figures, wholes }: Thing): Scope {
  const percents = figures.flatMap((figure) => wholes.map((whole) => percentOf(figure, whole)));
  return { figures: new Set([...figures, ...wholes]), percents: new Set(percents) };
}

/** The days on which people came, each with its figures. */
export function daysIn({ participation = [] }: Members): { readonly day: string; readonly figures: readonly number[] }[] {
  return (participation as readonly Members[]).map((one) => ({ day: String(one['day']), figures: leavesOf(one) }));
}

/** The marks of the scale of a chart, from above. */
export function scaleOf(activity: Members): number[] {
  return scaleUpTo(Math.max(0, ...leavesOf(activity['participation'])));
}

/** What may stand together of an activity as a whole: its own figures; how many things it has of each kind; the people of a day. */
export function activityScopes(activity: Members): Scope[] {
  const { statementCounts, ...others } = Object.fromEntries(Object.entries(activity).filter(([, value]) => !Array.isArray(value)));
  const besideAll = besideIn(activity['participantsByAssurance'], activity);
  const counts = leavesOf(statementCounts);
  const days = daysIn(activity).map(({ figures }) => figures);
  const ofAll = [...leavesOf(others), ...(besideAll ? [besideAll.people] : [])];
  return [ofAll, [...counts, sum(counts)], ...days].map((figures) => ({ figures: new Set(figures), percents: new Set() }));
}

/** How long the lists of an activity are, and how many of each are shown as bars: said in sentences about charts and tables. */
export function lengthScope(activity: Members): Scope {
  const shown = listsIn(activity).map((list) => list.filter(({ text, status }) => text !== null && status !== 'rejected').length);
  const lengths = listsIn(activity).map(({ length }) => length);
  const figures = [
    ...lengths,
    ...[...lengths, ...shown].map((count) => Math.min(count, barsAtMost)),
    sum(leavesOf(activity['statementCounts'])),
  ];
  return { figures: new Set(figures), percents: new Set() };
}

/** What was asked and said about the consultation, and where in the log the figures are. */
export function feedbackScope({ position, skippedEvents, questions, comments }: ConsultationResults): Scope {
  const { open, answered } = questions;
  return { figures: new Set([position, skippedEvents.length, open, answered, open + answered, comments]), percents: new Set() };
}

/** What an answer beside the results has, and the shares that two figures of one thing in it make. */
export function viewScope(answer: object): Scope {
  const leaves = leavesOf(answer);
  const pairs = objectsIn(answer).flatMap((object) => {
    const numbers = ownNumbers(object);
    return numbers.length > 8 ? [] : numbers.flatMap((part) => [percentOf(part, 1), ...numbers.map((whole) => percentOf(part, whole))]);
  });
  return { figures: new Set([0, ...leaves, sumOfUnplaced(answer)]), percents: new Set([0, ...pairs]) };
}

const sumOfUnplaced = (answer: object) => sum(leavesOf((answer as Members)['unplaced']));

/** As pages round it. */
function percentOf(part: number, whole: number): number {
  return Number(percentages.format(part / Math.max(1, whole)).replace(/[^\d-]/g, ''));
}
const percentages = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0, useGrouping: false });

/** The next round number, half of it if that is a whole number, and nothing. */
function scaleUpTo(most: number): number[] {
  if (most <= 1) return [1, 0];
  const power = 10 ** Math.floor(Math.log10(most));
  const round = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((value) => value >= most && Number.isInteger(value)) ?? 10 * power;
  return [round, ...(round % 2 === 0 ? [round / 2] : []), 0];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
