import { CompactTable } from './compact-table';
import { leafRule, type Rule } from './rules';
import { saltedHash } from './salted-hash';

/** The stages that the streams of one kind go through, in some 16 bytes a stream: `new Stages('draft', 'published', 'withdrawn')`. */
export class Stages<Stage extends string> {
  private readonly table = new CompactTable();
  private readonly stages: readonly Stage[];

  constructor(...stages: readonly Stage[]) {
    this.stages = stages;
  }

  /** Undefined before the stream began. */
  of(stream: string): Stage | undefined {
    return this.stages[this.table.get(...saltedHash(stream)) - 1];
  }

  enter(stream: string, stage: Stage): void {
    this.table.set(...saltedHash(stream), this.stages.indexOf(stage) + 1);
  }

  /** The rule of an event that is the first of its stream, and the stage after it. */
  begins(stage: Stage, name: string, says: string): Rule {
    return leafRule(
      name,
      says,
      ({ revision }) => revision === 0,
      ({ stream }) => this.enter(stream, stage),
    );
  }

  /** The rule of an event that comes only in some stages: each with the stage after it. */
  goesOn(from: Partial<Record<Stage, Stage>>, name: string, says: string): Rule {
    return leafRule(
      name,
      says,
      ({ stream }) => Object.hasOwn(from, this.of(stream) ?? ''),
      ({ stream }) => this.enter(stream, from[this.of(stream)!]!),
    );
  }

  /** The rule of an event that comes only in some stages, and the stage after it: the same where none is named. */
  follows(from: readonly Stage[], name: string, says: string, to?: Stage): Rule {
    const isKept = (stream: string) => from.includes(this.of(stream)!);
    return leafRule(
      name,
      says,
      ({ stream }) => isKept(stream),
      ({ stream }) => to && this.enter(stream, to),
    );
  }
}
