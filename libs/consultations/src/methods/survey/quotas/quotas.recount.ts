import type { Questionnaire } from '../questionnaire/questionnaire.contract';

/** What somebody responded last: in which quotas, and whether it has its places there. */
interface Turn {
  readonly wants: readonly string[];
  readonly has: boolean;
  readonly isOut: boolean;
  /** Below the level that is counted: looked at once the person is raised to it. */
  readonly isLow: boolean;
}

/** Which responses to a survey are beyond its quotas, found by auditors apart from the platform. */
export class QuotaBook {
  private readonly turns = new Map<string, Turn>();
  /** What is left of each quota. */
  private readonly left = new Map<string, number>();

  constructor({ sections }: Questionnaire) {
    for (const { id, quotas = [] } of sections.flatMap(({ questions }) => questions))
      for (const { option, most } of quotas) this.left.set(`${id}:${option}`, most);
  }

  get hasNone(): boolean {
    return this.left.size === 0;
  }

  /** Somebody responds, once or again. @param isLow whether at a level below the one that is counted */
  respond(who: string, choices: readonly string[], isLow = false): void {
    if (this.hasNone) return;
    const isOut = this.turns.get(who)?.isOut ?? false;
    this.free(who);
    const wants = choices.filter((choice) => this.left.has(choice));
    // One that is left out is looked at when it comes back.
    this.turns.set(who, { wants, isOut, isLow, has: isOut || isLow || this.take(wants) });
  }

  /** A moderator leaves a response out, or puts it back. */
  judge(who: string, isOut: boolean): void {
    const turn = this.turns.get(who);
    if (!turn || turn.isOut === isOut) return;
    if (isOut) this.free(who);
    this.turns.set(who, { ...turn, isOut, has: isOut || turn.isLow ? turn.has : turn.has && this.take(turn.wants) });
  }

  /** Somebody is raised to a level that is counted. */
  lift(who: string): void {
    const turn = this.turns.get(who);
    if (turn?.isLow) this.turns.set(who, { ...turn, isLow: false, has: turn.isOut || this.take(turn.wants) });
  }

  /** Whether a response is not counted for want of a place. */
  isBeyond(who: string): boolean {
    return this.turns.get(who)?.has === false;
  }

  private free(who: string): void {
    const turn = this.turns.get(who);
    if (turn?.has && !turn.isOut && !turn.isLow) for (const cell of turn.wants) this.left.set(cell, this.left.get(cell)! + 1);
  }

  private take(wants: readonly string[]): boolean {
    if (wants.some((cell) => this.left.get(cell) === 0)) return false;
    for (const cell of wants) this.left.set(cell, this.left.get(cell)! - 1);
    return true;
  }
}
