import { IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import { Nested, OrAbsent, OrNull, query } from '@isegoria/kernel';
import { stances, type Stance } from '../../../official-answer/official-answer.contract';
import { IsPlaceInLog } from '../../../results/as-of/place.contract';

/** How many annotations that everybody may read have which answer of the office, and how many have none. */
export class CoverageCounts implements Record<Stance, number> {
  @IsInt() readonly annotations: number;
  /** Without an answer of their own, written to a paragraph that has one as a whole. */
  @IsInt() readonly withParagraph: number;
  /** Without any answer. */
  @IsInt() readonly open: number;
  @IsInt() readonly accepted: number;
  @IsInt() readonly partly: number;
  /** The answer says why. */
  @IsInt() readonly rejected: number;
  @IsInt() readonly noted: number;
}

export class ParagraphCoverage extends CoverageCounts {
  @IsString() readonly paragraph: string;
  /** Its number in the version that stands, from 1; null where that has it no longer. */
  @OrNull() @IsInt() readonly number: number | null;
  /** What the office answered to all that was written to it as a whole; null where it has not. */
  @OrNull() @IsIn(stances) readonly answer: Stance | null;
}

export class CoverageView extends CoverageCounts {
  @IsUUID() readonly activityId: string;
  @IsInt() readonly position: number;
  /** Of these, the annotations that propose other words. */
  @Nested(() => CoverageCounts) readonly proposals: CoverageCounts;
  /** Those with annotations or an answer of their own, in the order of the text; then those that were left out, by their names. */
  @Nested(() => ParagraphCoverage, { each: true }) readonly paragraphs: readonly ParagraphCoverage[];
}

export class ShowCoverage {
  @IsUUID() activityId: string;
  /** As for results: a log position, or a time with its zone and in whole seconds. Now when absent. */
  @OrAbsent() @IsPlaceInLog() asOf?: string;
}
export const showCoverage = query(ShowCoverage, CoverageView, {
  route: 'GET /activities/:activityId/coverage',
  may: 'anyone',
  summary: 'How many annotations of a document the office answered, and how, as a whole and by paragraph; or how it stood at a position',
});

/** What may have become of an annotation, as pages list it. */
export const fates = [...stances, 'withParagraph', 'open'] as const satisfies (keyof CoverageCounts)[];
export type Fate = (typeof fates)[number];

export const nothingCovered: CoverageCounts = {
  ...{ annotations: 0, open: 0, withParagraph: 0 },
  ...{ accepted: 0, partly: 0, rejected: 0, noted: 0 },
};
