import {
  CategoriesOnRecord,
  rule,
  ruleBook,
  type ActsInWords,
  type Entry,
  type Judged,
  type Rule,
  type RuleBook,
} from '@isegoria/audit-kit';
import { unitAbove, isCategory, type TextByLanguage } from '@isegoria/kernel';
import {
  categoryAdded,
  categoryRenamed,
  type CategoryAdded,
  type CategoryEvent,
  type CategoryRenamed,
  type CategoryWithdrawn,
} from '../category.contract';

/** What topics and areas are called, in the first language that they have a name in. */
export function* namesOfCategories({ leaf: { type }, body }: Entry): Iterable<readonly [id: string, name: string]> {
  if (!body || (type !== categoryAdded.type && type !== categoryRenamed.type)) return;
  const [name] = Object.values((body.data.names ?? {}) as TextByLanguage);
  if (name !== undefined) yield [String(body.data.category), name];
}

export const actsOfCategories: ActsInWords<CategoryEvent> = {
  CategoryAdded: ({ category, names, by }) => `${inWords(names)} (${category}) added by account ${by}`,
  CategoryRenamed: ({ category, names, by }) => `${category} called ${inWords(names)} from now on, by account ${by}`,
  CategoryWithdrawn: ({ category, reason, by }, _, nameOf) =>
    `${nameOf(category) === undefined ? category : `"${nameOf(category)}" (${category})`} withdrawn by account ${by}: "${reason}"`,
};

const inWords = (names: TextByLanguage) =>
  Object.entries(names)
    .map(([language, name]) => `"${name}" (${language})`)
    .join(', ');

/** The trees of topics and areas, as the log has them. */
export class KnownCategories extends CategoriesOnRecord {
  private readonly words = new Map<string, string>();

  readonly book: RuleBook = ruleBook<CategoryEvent>(
    {
      CategoryAdded: [
        rule<CategoryAdded>('category-added-once', 'A topic or an area is added once, under a name that says where it is.', ({ data }) => {
          return isCategory(data.category) && !this.has(data.category);
        }),
        rule<CategoryAdded>('category-below-offered', 'A topic or an area is added below one that is there and not withdrawn.', (judged) =>
          this.offers(unitAbove(judged.data.category) ?? '', judged.time),
        ),
        ...hasName<CategoryAdded>('category-has-name'),
      ],
      CategoryRenamed: [
        rule<CategoryRenamed>('category-exists', 'Only a topic or an area that is there is called otherwise.', ({ data }) =>
          this.has(data.category),
        ),
        ...hasName<CategoryRenamed>('category-keeps-name'),
        rule<CategoryRenamed>(
          'category-words-differ',
          'What a topic or an area is called is recorded where it differs from before.',
          ({ data }) => this.words.get(data.category) !== inOneForm(data),
        ),
      ],
      CategoryWithdrawn: [
        rule<CategoryWithdrawn>(
          'category-withdrawn-once',
          'Only a topic or an area that is there is withdrawn, and once.',
          ({ data: { category } }) => this.has(category) && !this.isWithdrawn(category),
        ),
      ],
    },
    {
      CategoryAdded: (event: Judged<CategoryAdded>) => {
        this.remembers.CategoryAdded(event);
        this.words.set(event.data.category, inOneForm(event.data));
      },
      CategoryRenamed: ({ data }: Judged<CategoryRenamed>) => void this.words.set(data.category, inOneForm(data)),
      CategoryWithdrawn: (event: Judged<CategoryWithdrawn>) => this.remembers.CategoryWithdrawn(event),
    },
  );
}

const sorted = (words: TextByLanguage | null) => Object.entries(words ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
const inOneForm = ({ names, about }: CategoryRenamed['data']) => JSON.stringify([sorted(names), sorted(about)]);

function hasName<Event extends CategoryAdded | CategoryRenamed>(name: string): readonly Rule<Event>[] {
  const says = 'A topic or an area has a name in one language at least.';
  return [rule<Event>(name, says, ({ data: { names } }) => Object.keys(names).length > 0)];
}
