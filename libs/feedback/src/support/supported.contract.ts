import { IsInt } from 'class-validator';
import { CountByAssurance, type ByAssurance } from '@isegoria/consultations';
import { Nested } from '@isegoria/kernel';

/** In which order lists of what people wrote may come. */
export const sortings = ['newest', 'supported'] as const;
export type Sorting = (typeof sortings)[number];

/** Something that people may support. */
export class Supported {
  /** Those who support it, by level. */
  @Nested(() => CountByAssurance) readonly support: ByAssurance<number>;
  /** How many of them are counted: those from the level from which the consultation counts, `email` where there is none. */
  @IsInt() readonly supporters: number;
}
