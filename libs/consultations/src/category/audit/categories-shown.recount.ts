import { eventIn, inEveryLanguage, pageMustBe, said, shown, type Entry, type ShownBook } from '@isegoria/audit-kit';
import { isWithin, unitAbove, isCategory, kindOfCategory, type Page, type TextByLanguage } from '@isegoria/kernel';
import { listCategories, type CategoryEvent, type CategoryView } from '../category.contract';

interface KnownCategory {
  readonly category: string;
  readonly names: TextByLanguage;
  readonly about: TextByLanguage | null;
  readonly seq: number;
  readonly version: number;
}

/** The trees of topics and areas. */
export class CategoriesShown implements ShownBook {
  readonly events: CategoryEvent['type'][] = ['CategoryAdded', 'CategoryRenamed', 'CategoryWithdrawn'];
  private readonly known = new Map<string, KnownCategory>();
  private readonly withdrawn = new Set<string>();

  take(entry: Entry): void {
    const event = eventIn<CategoryEvent>(entry);
    if (!event || !this.events.includes(event.type)) return;
    const { category } = event.data;
    if (event.type === 'CategoryWithdrawn') this.withdrawn.add(category);
    else {
      const { names, about } = event.data;
      this.known.set(category, { category, names, about, seq: entry.seq, version: entry.position });
    }
  }

  readonly shows = [
    shown<{ cursor?: string }, Page<CategoryView>>({
      query: listCategories,
      groups: ['consultations'],
      asks: () => [{}],
      expected: ({ cursor }) =>
        pageMustBe<KnownCategory, CategoryView>({
          // Their names are of ASCII, so that this is the order of their bytes.
          things: [...this.known.values()].sort((one, other) => (one.category < other.category ? -1 : 1)),
          placeOf: ({ category }) => category,
          itemOf: ({ category, names, about, seq, version }) => {
            const above = unitAbove(category) ?? '';
            return said<CategoryView>(
              { seq },
              {
                category,
                kind: kindOfCategory(category),
                above: isCategory(above) ? above : null,
                names: inEveryLanguage(names),
                about: about && inEveryLanguage(about),
                withdrawn: [...this.withdrawn].some((one) => isWithin(category, one)),
                version,
              },
            );
          },
          cursor,
        }),
    }),
  ];
}
