import { IsIn, IsInt, IsISO8601, IsString, IsUUID } from 'class-validator';
import { AttachmentView } from '@isegoria/content';
import { Nested, OrNull, PageRequest, pageQuery } from '@isegoria/kernel';
import { answerable, stances, type Answerable, type Stance } from '../official-answer.contract';

/** What several people said, as the office puts it, with its answer to all of them. */
export class ThemeView {
  /** Of the answers that were given at once; of the first, where more were put under the theme with the same answer. */
  @IsUUID() readonly group: string;
  @IsString() readonly title: string;
  @OrNull() @IsString() readonly summary: string | null;
  @IsUUID() readonly activityId: string;
  /** What is answered. */
  @IsIn(answerable) readonly about: Answerable;
  /** How many have this answer, as it stands: one may have been corrected alone since. */
  @IsInt() readonly count: number;
  @IsIn(stances) readonly stance: Stance;
  @IsString() readonly text: string;
  @Nested(() => AttachmentView, { each: true }) readonly documents: readonly AttachmentView[];
  /** When the office said so. */
  @IsISO8601() readonly answeredAt: string;
}

export class ListThemes extends PageRequest {
  @IsUUID() consultationId: string;
}
export const listThemes = pageQuery(ListThemes, ThemeView, {
  route: 'GET /consultations/:consultationId/themes',
  may: 'anyone',
  summary: 'Under which themes the office answered what people said in a consultation, and what; the last one first',
});
