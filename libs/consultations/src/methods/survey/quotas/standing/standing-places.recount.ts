import type { Questionnaire } from '../../questionnaire/questionnaire.contract';

interface Said {
  wants: ReadonlySet<string>;
  /** When somebody came to the last of these answers. */
  since: number;
  isOut: boolean;
  /** Below the level that is counted. */
  isLow: boolean;
}

/** Which responses to a survey are beyond its quotas, found by auditors on their own: all places are given out at the end. */
export class StandingQuotaBook {
  private readonly most: ReadonlyMap<string, number>;
  private readonly all = new Map<string, Said>();
  private time = 0;
  private without: ReadonlySet<string> | undefined;

  constructor({ sections }: Questionnaire) {
    const quotasOf = ({ id, quotas = [] }: Questionnaire['sections'][number]['questions'][number]) =>
      quotas.map(({ option, most }) => [`${id}:${option}`, most] as const);
    this.most = new Map(sections.flatMap(({ questions }) => questions.flatMap(quotasOf)));
  }

  get hasNone(): boolean {
    return this.most.size === 0;
  }

  /** Somebody responds, once or again. @param isLow whether at a level below the one that is counted */
  respond(who: string, choices: readonly string[], isLow = false): void {
    if (this.hasNone) return;
    this.time += 1;
    const wants = new Set(choices.filter((choice) => this.most.has(choice)));
    const last = this.all.get(who);
    const since = last && [...wants].every((one) => last.wants.has(one)) ? last.since : this.time;
    this.note(who, { wants, since, isLow, isOut: last?.isOut ?? false });
  }

  /** A moderator leaves a response out, or puts it back. */
  judge(who: string, isOut: boolean): void {
    const last = this.all.get(who);
    if (last) this.note(who, { ...last, isOut });
  }

  /** Somebody is raised to a level that is counted. */
  lift(who: string): void {
    const last = this.all.get(who);
    if (last) this.note(who, { ...last, isLow: false });
  }

  /** Whether a response is not counted for want of a place. */
  isBeyond(who: string): boolean {
    this.without ??= this.giveOut();
    return this.without.has(who);
  }

  private note(who: string, said: Said): void {
    this.all.set(who, said);
    this.without = undefined;
  }

  private giveOut(): ReadonlySet<string> {
    const left = new Map(this.most);
    const without = new Set<string>();
    const inTurn = [...this.all].filter(([, { isOut, isLow }]) => !isOut && !isLow).sort(([, a], [, b]) => a.since - b.since);
    for (const [who, { wants }] of inTurn)
      if ([...wants].some((one) => left.get(one) === 0)) without.add(who);
      else for (const one of wants) left.set(one, left.get(one)! - 1);
    return without;
  }
}
