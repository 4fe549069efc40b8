import { IsInt } from 'class-validator';
import { assuranceLevels, levelsBelow, levelsFrom, type AssuranceLevel } from '@isegoria/kernel';

/** Something for each assurance level: people who are known more or less surely are never counted together unsaid. */
export type ByAssurance<T> = Readonly<Record<AssuranceLevel, T>>;

/** A class with a field for each level, checked and described by a decorator of class-validator. */
export function fieldsByAssurance<T>(field: PropertyDecorator): new () => ByAssurance<T> {
  class Levels {}
  for (const level of assuranceLevels) field(Levels.prototype, level);
  return Levels as new () => ByAssurance<T>;
}

export class CountByAssurance extends fieldsByAssurance<number>(IsInt()) {}

/** What a function says of each level. */
export function eachLevel<T>(of: (level: AssuranceLevel, rank: number) => T): ByAssurance<T> {
  return Object.fromEntries(assuranceLevels.map((level, rank) => [level, of(level, rank)])) as ByAssurance<T>;
}

/** The same for each level, except for those that are named. */
export function atEachLevel<T>(usual: T, named: Partial<ByAssurance<T>> = {}): ByAssurance<T> {
  return eachLevel((level) => named[level] ?? usual);
}

/** What a headline figure counts: everybody at a level or above. */
export function counted(counts: ByAssurance<number>, countsFrom: AssuranceLevel): number {
  return sumOf(counts, levelsFrom(countsFrom));
}

/** What is shown beside it: everybody below. */
export function beside(counts: ByAssurance<number>, countsFrom: AssuranceLevel): number {
  return sumOf(counts, levelsBelow(countsFrom));
}

/** Everybody, at whatever level. */
export function sumOfLevels(counts: ByAssurance<number>): number {
  return sumOf(counts, assuranceLevels);
}

function sumOf(counts: ByAssurance<number>, levels: readonly AssuranceLevel[]): number {
  return levels.reduce((sum, level) => sum + counts[level], 0);
}
