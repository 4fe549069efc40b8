import { OneOf, rule, type ActsInWords, type MustBe, type Rule } from '@isegoria/audit-kit';
import { isWithin, unitAbove, isCategory, kindOfCategory, type CategoryKind } from '@isegoria/kernel';
import type { KnownConsultations } from '../../consultation/audit/consultation-facts.recount';
import type { ConsultationDrafted } from '../../consultation/consultation.contract';
import type { DraftRevised } from '../../consultation/draft/draft.contract';
import { publishedStatuses } from '../../consultation/when/status.contract';
import type { KnownCategories } from '../audit/category-rules.recount';
import type { CategoriesSet, ChosenConsultations, ConsultationCounts, CountAt } from './chosen.contract';

export const actsOfChoices: ActsInWords<CategoriesSet> = {
  CategoriesSet: ({ categories, by }, _, nameOf) => {
    const named = categories.map((category) => (nameOf(category) === undefined ? category : `"${nameOf(category)}" (${category})`));
    return `${named.length === 0 ? 'about no topic and no area' : `about ${named.join(', ')}`} from now on, by account ${by}`;
  },
};

type Choosing = ConsultationDrafted | DraftRevised | CategoriesSet;

export function rulesOfChosen<Event extends Choosing>(known: KnownConsultations, categories: KnownCategories): readonly Rule<Event>[] {
  return [
    rule<Event>(
      'categories-are-offered',
      'A consultation is about topics and areas that are there, each once; what was withdrawn stays only where it was chosen before.',
      ({ data: { consultationId, categories: chosen = [] }, time }) => {
        return categories.allow(chosen, known.of(consultationId)?.categories ?? [], time);
      },
    ),
  ];
}

export function rulesOfChoices(known: KnownConsultations, categories: KnownCategories): readonly Rule<CategoriesSet>[] {
  return [
    rule(
      'categories-of-published',
      'What a consultation is about is said anew, apart from its draft, once it is published, and differs from before.',
      ({ data: { consultationId, categories: chosen } }) => {
        const consultation = known.of(consultationId);
        return !!consultation?.isPublished && [...consultation.categories].sort().join() !== [...chosen].sort().join();
      },
    ),
    ...rulesOfChosen<CategoriesSet>(known, categories),
  ];
}

/** A published consultation, as lists are narrowed. */
export interface Narrowed {
  readonly unit: string;
  readonly categories: readonly string[];
  readonly status: string;
}

/** Whether a list that is narrowed so has it. */
export function isAmong({ unit, categories, status }: Narrowed, chosen: ChosenConsultations): boolean {
  const isOf = (category: string | undefined) => category === undefined || categories.some((one) => isWithin(one, category));
  const isThere = (chosen.status ?? status) === status && isWithin(unit, chosen.unit ?? unit);
  return isThere && isOf(chosen.topic) && isOf(chosen.area);
}

/**
 * The counts at each moment at which somebody may have asked. Only those by status hang on it as long as no status is chosen.
 * @param all those published, at each moment
 */
export function countsMustBe(all: readonly (readonly Narrowed[])[], chosen: ChosenConsultations): MustBe<ConsultationCounts> {
  const count = (published: readonly Narrowed[], without: keyof ChosenConsultations, placesOf: (one: Narrowed) => readonly string[]) => {
    const counted = new Map<string, number>();
    for (const one of published.filter((each) => isAmong(each, { ...chosen, [without]: undefined })))
      for (const at of new Set(placesOf(one))) counted.set(at, (counted.get(at) ?? 0) + 1);
    return counted;
  };
  const list = (without: keyof ChosenConsultations, placesOf: (one: Narrowed) => readonly string[]) =>
    [...count(all[0]!, without, placesOf)]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([at, number]): MustBe<CountAt> => ({ at, count: number }));
  const byStatus = all.map((published) => count(published, 'status', ({ status }) => [status]));
  return {
    statuses: publishedStatuses.map((at): MustBe<CountAt> => ({ at, count: new OneOf(byStatus.map((each) => each.get(at) ?? 0)) })),
    units: list('unit', ({ unit }) => withThoseAbove(unit)),
    topics: list('topic', ofKind('topic')),
    areas: list('area', ofKind('area')),
  };
}

const ofKind =
  (kind: CategoryKind) =>
  ({ categories }: Narrowed) =>
    categories.filter((category) => kindOfCategory(category) === kind).flatMap((category) => withThoseAbove(category).filter(isCategory));

function withThoseAbove(place: string): string[] {
  const above = unitAbove(place);
  return above === undefined ? [place] : [place, ...withThoseAbove(above)];
}
