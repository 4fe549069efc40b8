import { assuranceLevels, type AssuranceLevel } from '@isegoria/kernel';
import { counted, eachLevel, type ByAssurance } from '../../../../results/assurance/by-assurance.contract';
import type { Condition, Question } from '../../questionnaire/questionnaire.contract';

/** What some people answered alike, and how many of them there are by level. */
export interface SaidAlike {
  readonly choices: ReadonlySet<string>;
  readonly people: ByAssurance<number>;
}

interface Figure {
  readonly of: string;
  readonly isSaidIn: (choices: ReadonlySet<string>) => boolean;
}

/**
 * Written for auditors apart from the platform: which questions hang on so much that how many answered them could be added up, with other
 * figures, to one of few people (ADR 123).
 */
export class AskedJointly {
  private readonly byId: ReadonlyMap<string, Question>;
  /** By question: all that it hangs on, by name; together with those that it has two questions in common with. */
  private readonly behind = new Map<string, ReadonlyMap<string, Figure>>();

  constructor(private readonly questions: readonly Question[]) {
    this.byId = new Map(questions.map((question) => [question.id, question]));
    const alone = new Map(questions.filter((one) => this.isJoint(one)).map((one) => [one.id, this.allBehind(one)]));
    for (const [id, own] of alone) {
      const [joined, left] = [new Map(own), new Set(alone.values())];
      const next = () => [...left].find((other) => [...idsIn(other)].filter((one) => idsIn(joined).has(one)).length >= 2);
      for (let other = next(); other; other = next()) {
        left.delete(other);
        for (const [name, figure] of other) joined.set(name, figure);
      }
      this.behind.set(id, joined);
    }
  }

  /** Whether there is a question that hangs on both of these. */
  has(one: string, other: string): boolean {
    return [...this.behind.values()].some((figures) => idsIn(figures).has(one) && idsIn(figures).has(other));
  }

  /** Whether it is not told, and whether not by levels. */
  hides(id: string, said: readonly SaidAlike[], { from, least }: { readonly from: AssuranceLevel; readonly least: number }) {
    const answered = said.reduce((sum, { choices, people }) => sum + (choices.has(id) ? counted(people, from) : 0), 0);
    const behind = this.behind.get(id);
    if (!behind) return { all: answered < least, levels: false };
    const cells = new Map<string, Map<AssuranceLevel, number>>();
    for (const { choices, people } of said) {
      const cell = [...behind].flatMap(([name, figure]) => (figure.isSaidIn(choices) ? [name] : [])).join('\n');
      const counts = cells.get(cell) ?? new Map<AssuranceLevel, number>();
      for (const level of assuranceLevels) counts.set(level, (counts.get(level) ?? 0) + people[level]);
      cells.set(cell, counts);
    }
    const isFew = (n: number) => n !== 0 && n < least;
    const sums = [...cells.values()].map((cell) => counted(eachLevel((level) => cell.get(level)!), from));
    const levels = [...cells.values()].some((cell) => [...cell.values()].some(isFew));
    return { all: answered < least || behind.size >= 9 || sums.some(isFew), levels };
  }

  private isJoint({ when }: Question): boolean {
    const parts = bottomOf(when);
    const on = parts.map(({ question }) => this.byId.get(question ?? '')!);
    if (new Map(parts.flatMap((part) => this.figuresIn(part))).size >= 2) return true;
    if (on.some((question) => this.isJoint(question))) return true;
    const isPlain = when?.question !== undefined && when.isAnswered !== false;
    return !isPlain && on.some((question) => question.when !== undefined);
  }

  private allBehind({ when }: Question): Map<string, Figure> {
    const parts = bottomOf(when);
    const further = parts.flatMap(({ question }) => [...this.allBehind(this.byId.get(question ?? '')!)]);
    return new Map([...further, ...parts.flatMap((part) => this.figuresIn(part))]);
  }

  private figuresIn({ question: of = '', isAnyOf, isAnswered, atLeast, atMost }: Condition): (readonly [string, Figure])[] {
    const { kind, when } = this.byId.get(of)!;
    const any = (choices: readonly string[]): readonly [string, Figure] => {
      const isSaidIn = (said: ReadonlySet<string>) => choices.some((choice) => said.has(choice));
      return [choices.join(' '), { of, isSaidIn }];
    };
    if (isAnswered !== undefined) return [any([of])];
    const named = isAnyOf?.map((option) => `${of}:${option}`);
    if (named) return kind === 'multiple' ? named.map((one) => any([one])) : [any(named)];
    const isWithin = (choice: string) => {
      const [id, value] = choice.split(':') as [string, string?];
      return id === of && value !== undefined && !(Number(value) < (atLeast ?? -Infinity)) && !(Number(value) > (atMost ?? Infinity));
    };
    const within: Figure = { of, isSaidIn: (said) => [...said].some(isWithin) };
    return [[`${of} ${atLeast}..${atMost}`, within], ...(kind === 'number' && when ? [any([of])] : [])];
  }
}

const idsIn = (figures: ReadonlyMap<string, Figure>): ReadonlySet<string> => new Set([...figures.values()].map(({ of }) => of));

/** The parts of a condition that have no parts. */
export function bottomOf(when: Condition | undefined): readonly Condition[] {
  if (when === undefined) return [];
  if (when.question !== undefined) return [when];
  return [...(when.all ?? []), ...(when.any ?? []), ...(when.not ? [when.not] : [])].flatMap(bottomOf);
}
