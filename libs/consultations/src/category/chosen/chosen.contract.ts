import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Matches } from 'class-validator';
import { EntriesDiffer, IsUnit, Nested, OrAbsent, command, event, limits, query, categoryForm, type DomainEvent } from '@isegoria/kernel';
import { consultationStatuses, type ConsultationStatus } from '../../consultation/when/status.contract';
import { newWordsOfConsultation } from '../../consultation/draft/draft.contract';
import { consultations, sampleIds } from '../../streams.contract';

export class SetCategories {
  @IsUUID()
  consultationId: string;

  /** All topics and areas of the consultation anew. */
  @IsArray()
  @ArrayMaxSize(limits.categoriesMax)
  @EntriesDiffer()
  @Matches(categoryForm, { each: true })
  categories: string[];
}

export const newCategories = [...newWordsOfConsultation, 'CategoriesSet'] as const;
export const setCategories = command(SetCategories, {
  route: 'PUT /consultations/:consultationId/categories',
  may: 'consult',
  summary: 'Say of a published consultation which topics and areas it is about',
  versionedBy: newCategories,
});

/** What a list of consultations is narrowed to. */
export class ChosenConsultations {
  @OrAbsent() @IsIn(consultationStatuses) status?: ConsultationStatus;
  /** Those of this unit and of all below it. */
  @OrAbsent() @IsUnit() unit?: string;
  /** Those of this topic and of all below it. */
  @OrAbsent() @Matches(categoryForm) topic?: string;
  /** Those of this area and of all below it. */
  @OrAbsent() @Matches(categoryForm) area?: string;
}

export class CountAt {
  /** A status, a unit, a topic or an area; the three last count all below them. */
  @Matches(/^[a-z0-9.]{1,64}$/) readonly at: string;
  @IsInt() readonly count: number;
}

/** How many published consultations a list has with each further choice; each counted as if nothing else of its kind were chosen. */
export class ConsultationCounts {
  /** Each status, also where there is none. */
  @Nested(() => CountAt, { each: true }) readonly statuses: readonly CountAt[];
  @Nested(() => CountAt, { each: true }) readonly units: readonly CountAt[];
  @Nested(() => CountAt, { each: true }) readonly topics: readonly CountAt[];
  @Nested(() => CountAt, { each: true }) readonly areas: readonly CountAt[];
}
export class CountConsultations extends ChosenConsultations {}
export const countConsultations = query(CountConsultations, ConsultationCounts, {
  route: 'GET /consultation-counts',
  may: 'anyone',
  summary: 'How many published consultations there are by status, unit, topic and area, within a choice of the others',
});

const { consultationId, by } = sampleIds;

export type CategoriesSet = DomainEvent<'CategoriesSet', { consultationId: string; categories: readonly string[]; by: string }>;
export const categoriesSet = event<CategoriesSet>('CategoriesSet', {
  stream: consultations,
  says: 'The published consultation is about these topics and areas from now on, and no others.',
  may: 'consult',
  act: { subject: 'consultationId' },
  sample: { consultationId, categories: ['topic.1f0c22aa'], by },
});
