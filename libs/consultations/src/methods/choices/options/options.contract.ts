import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { EntriesDiffer, IsOneLine, Nested, OrAbsent, Rejection, forEachEntry, limits, sameWords } from '@isegoria/kernel';
import { CountByAssurance, type ByAssurance } from '../../../results/assurance/by-assurance.contract';

/** What people choose from in a vote. */
export interface Option {
  readonly id: string;
  readonly text: string;
}

export class OptionsDraft {
  /** Votes on options: what people choose from, in order. */
  @OrAbsent()
  @IsArray()
  @EntriesDiffer(sameWords)
  @ArrayMinSize(limits.optionsMin)
  @ArrayMaxSize(limits.optionsMax)
  @IsOneLine({ each: true })
  @MaxLength(limits.optionLength, { each: true })
  options?: string[];
}

export class OptionView {
  @IsString() readonly id: string;
  @IsString() readonly text: string;
}

export class OptionsView {
  /** Votes on options. */
  @OrAbsent() @Nested(() => OptionView, { each: true }) readonly options?: readonly OptionView[];
}

export class DrawnLotsView {
  /**
   * Votes in which lots decide ties, once published: from what the lots were drawn, `<lotsSeed>:<activity>`, or only `<activity>` where
   * there was no seed yet. Options come in the order of the SHA-256, in hexadecimal, of this, a colon and the id of the option.
   */
  @OrAbsent() @IsString() readonly lots?: string;
}

export class OptionResult {
  @IsString() readonly id: string;
  @IsString() readonly text: string;
  /** Of people at the level that the consultation counts from, and above: those who chose it, or ranked it first. */
  @IsInt() readonly votes: number;
  @Nested(() => CountByAssurance) readonly byAssurance: ByAssurance<number>;
}

export class OptionResults {
  /** Votes on options. */
  @Nested(() => OptionResult, { each: true }) readonly options: readonly OptionResult[];
}

/** What a person chose; the last ballot counts. */
export class OptionsBallot {
  /**
   * Votes on options: ids of options; of a ranking, the most preferred first. Score votes: `<id>:<score>`. Motions: `yes`, `no` or
   * `abstain`.
   */
  @IsArray() @IsString({ each: true }) readonly options: readonly string[];
}

/** Options as an event has them, numbered from 1. @throws Rejection VALIDATION_FAILED, naming the field of the draft */
export function numberedOptions(texts: readonly string[]): Option[] {
  const outOfBounds =
    texts.length < limits.optionsMin
      ? { constraint: 'arrayMinSize', limit: limits.optionsMin }
      : texts.length > limits.optionsMax
        ? { constraint: 'arrayMaxSize', limit: limits.optionsMax }
        : undefined;
  if (outOfBounds) throw new Rejection('VALIDATION_FAILED', { field: 'options', params: outOfBounds });
  return texts.map((text, index) => ({ id: String(index + 1), text }));
}

/** Policy: somebody chooses what is offered, and something. @throws Rejection OPTION_NOT_FOUND, naming each that is not */
export function mustBeOptions(chosen: readonly string[], offered: readonly Option[]): void {
  if (chosen.length === 0) throw new Rejection('OPTION_NOT_FOUND', { field: 'options' });
  forEachEntry('options', chosen, (option, field) => {
    if (!offered.some(({ id }) => id === option)) throw new Rejection('OPTION_NOT_FOUND', { field });
  });
}

/** What people answer to in a vote on options. */
export const optionsAnswered = (settings: object): string[][] => [(settings as OptionsView).options?.map(({ text }) => text) ?? []];

/** Whether an office can have set these: two or more, each with an id of its own. */
export function areOptions(options: readonly Option[]): boolean {
  const ids = new Set(options.map(({ id }) => id));
  return ids.size === options.length && ids.size >= limits.optionsMin && ids.size <= limits.optionsMax;
}

/** A ballot that names options: which ones, or in which order, is its method's. */
export class CastOptions {
  @IsUUID()
  activityId: string;

  /** Option ids, each once. */
  @IsArray()
  @EntriesDiffer()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.optionsMax)
  @IsString({ each: true })
  @MaxLength(limits.externalIdLength, { each: true })
  options: string[];
}
