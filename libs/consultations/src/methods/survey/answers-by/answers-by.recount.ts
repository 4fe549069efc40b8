import { assuranceLevels, isAtLeast, type AssuranceLevel } from '@isegoria/kernel';
import type { Question, Questionnaire } from '../questionnaire/questionnaire.contract';
import { partsOf } from '../recount/counted-answers.recount';
import type { AnswersBy, QuestionInGroup } from './answers-by.contract';
import { AskedJointly, type SaidAlike } from './cells/asked-jointly.recount';
import { asKnown, hiddenLines, inAllOf, namedByAtLeast, ofAtLeast, ofLines, type Block } from './cells/hidden-lines.recount';

/** Whether a line of a group stays hidden. */
type Hides = (group: number, line: number) => boolean;

/** Written for auditors apart from the platform. The lines of a question are its answers, and last who did not answer it. */
export class RecountedGroups {
  private readonly asked: readonly Question[];
  private readonly jointly: AskedJointly;
  private readonly place: number;
  private readonly names: readonly string[];
  /** Of each group, the last of which did not answer: how many people gave each answer. */
  private readonly groups: readonly Map<string, number>[];
  private readonly people: Block;

  constructor(
    questionnaire: Questionnaire,
    by: string,
    said: Iterable<SaidAlike>,
    from: AssuranceLevel,
    private readonly least: number,
  ) {
    const questions = questionnaire.sections.flatMap((section) => section.questions);
    this.jointly = new AskedJointly(questions);
    this.asked = questions.filter(({ when }) => when === undefined);
    this.place = this.asked.findIndex(({ id }) => id === by);
    this.names = namesIn(this.asked[this.place]!);
    this.groups = [...this.names, undefined].map(() => new Map<string, number>());
    const people = this.groups.map(() => 0);
    for (const { choices, people: byLevel } of said) {
      const n = assuranceLevels.reduce((sum, level) => sum + (isAtLeast(level, from) ? byLevel[level] : 0), 0);
      const found = this.names.findIndex((name) => choices.has(`${by}:${name}`));
      const group = found < 0 ? this.names.length : found;
      people[group]! += n;
      for (const choice of choices) this.groups[group]!.set(choice, (this.groups[group]!.get(choice) ?? 0) + n);
    }
    this.people = people;
  }

  shown(): Pick<AnswersBy, 'state' | 'groups'> {
    const small = this.tooSmall(this.people);
    const isAnswered = this.people.slice(0, -1).reduce((sum, n) => sum + n, 0) >= this.least;
    const shown = this.names.flatMap((choice, at) => (this.people[at]! > 0 && !small.has(at) ? [{ choice, at }] : []));
    if (shown.length === 0 || !isAnswered) return { state: 'tooFew', groups: [] };
    const others = this.asked.flatMap((question, at) => (at === this.place ? [] : [{ question, hides: this.hidden(question, at, small) }]));
    const groups = shown.map(({ choice, at }) => {
      return { choice, people: this.people[at]!, questions: others.map(({ question, hides }) => this.inGroup(question, at, hides)) };
    });
    return { state: 'shown', groups };
  }

  private inGroup(question: Question, at: number, hides: Hides): QuestionInGroup {
    const names = namesIn(question);
    const answered = hides(at, names.length) ? null : this.count(at, question.id);
    const choices = names.map((choice, line) => ({ choice, votes: hides(at, line) ? null : this.count(at, `${question.id}:${choice}`) }));
    return { id: question.id, answered, choices };
  }

  private hidden(question: Question, at: number, small: ReadonlySet<number>): Hides {
    if (this.jointly.has(question.id, this.asked[this.place]!.id)) return () => true;
    // Of a question that few answered, the things that nobody chose say what they did.
    if (this.groups.reduce((sum, _, group) => sum + this.count(group, question.id), 0) < this.least) return () => true;
    const width = namesIn(question).length;
    const blocks = this.blocksOf(question);
    const withNone = blocks.map((block, group) => [...block, this.people[group]! - this.count(group, question.id)]);
    if (question.kind === 'single' || question.kind === 'scale') {
      if (at > this.place) return this.beside(withNone, small);
      // The table of two such questions goes by the one that is asked first.
      const turned = withNone[0]!.map((_, line) => withNone.map((block) => block[line]!));
      const hides = this.beside(turned, this.tooSmall(inAllOf(withNone)));
      return (group, line) => hides(line, group);
    }
    const whether = withNone.map((block, group) => [this.count(group, question.id), block.at(-1)!]);
    const isAnsweredHidden = this.linesIn(whether, small).size > 0;
    if (question.kind === 'matrix') {
      const columns = question.options!.length;
      const hidden = question.rows!.flatMap((_, row) => {
        const own = blocks.map((block, group) => {
          const cells = block.slice(row * columns, (row + 1) * columns);
          return [...cells, this.people[group]! - ofLines(cells, [...cells.keys()])];
        });
        return [...this.linesIn(own, small)].filter((line) => line < columns).map((line) => row * columns + line);
      });
      return (_, line) => line === width || hidden.includes(line);
    }
    const answered = blocks.map((block, group) => [...block, this.count(group, question.id)]);
    const inAll = inAllOf(answered);
    const right = namedByAtLeast(this.least, inAll, width, inAll[width]!);
    const known = asKnown(answered, small, this.people);
    const hidden = hiddenLines(known, inAll.slice(0, width), right);
    const isAll = isAnsweredHidden || (question.kind === 'ranking' && hidden.size > 0);
    return (_, line) => (line === width ? isAnsweredHidden : isAll || hidden.has(line));
  }

  private beside(blocks: readonly Block[], hiddenGroups: ReadonlySet<number>): Hides {
    const lines = this.linesIn(blocks, hiddenGroups);
    return (group, line) => hiddenGroups.has(group) || lines.has(line);
  }

  private linesIn(blocks: readonly Block[], hiddenGroups: ReadonlySet<number>): ReadonlySet<number> {
    return hiddenLines(asKnown(blocks, hiddenGroups), inAllOf(blocks), ofAtLeast(this.least));
  }

  private tooSmall(people: Block): ReadonlySet<number> {
    return hiddenLines([people], people, ofAtLeast(this.least));
  }

  private blocksOf(question: Question): Block[] {
    return this.groups.map((_, group) => namesIn(question).map((name) => this.count(group, `${question.id}:${name}`)));
  }

  private count(group: number, choice: string): number {
    return this.groups[group]!.get(choice) ?? 0;
  }
}

/** What can be chosen in a question; nothing of numbers and days. */
const namesIn = (question: Question): readonly string[] =>
  question.kind === 'number' || question.kind === 'date' ? [] : partsOf(question, []).map(({ name }) => name);
