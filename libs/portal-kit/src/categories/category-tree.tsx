import { allPages } from '@isegoria/api-client';
import { listCategories, type CategoryView } from '@isegoria/consultations';
import {
  categoryKinds,
  isCategory,
  kindOfCategory,
  unitAbove,
  type CategoryKind,
  type Language,
  type TextByLanguage,
} from '@isegoria/kernel';
import { languages } from '@isegoria/texts';
import { Tag, Words, useTexts } from '@isegoria/ui';
import type { Visit } from '../session/visit';

export interface WordsOf {
  readonly text: string;
  /** Null where it is the id of a category that is not known. */
  readonly language: Language | null;
}

/** Where the lists of topics and of areas are. */
export const listPath = (kind: CategoryKind) => `/${kind}s`;
/** The page of one: the root of its tree is said by the path. */
export const categoryPath = (category: string) =>
  `${listPath(kindOfCategory(category))}/${category.slice(kindOfCategory(category).length + 1)}`;

/** Topics and areas with what they are called for a reader: siblings by name, each followed by those below it. */
export class CategoryTree {
  private readonly known: ReadonlyMap<string, CategoryView>;
  private readonly ordered: readonly CategoryView[];

  constructor(
    categories: readonly CategoryView[],
    private readonly reader: Language,
  ) {
    this.known = new Map(categories.map((one) => [one.category, one]));
    const { compare } = new Intl.Collator(reader);
    const below = (place: string): CategoryView[] =>
      categories
        .filter(({ category }) => unitAbove(category) === place)
        .sort((one, other) => compare(this.nameOf(one.category).text, this.nameOf(other.category).text))
        .flatMap((one) => [one, ...below(one.category)]);
    this.ordered = categoryKinds.flatMap(below);
  }

  get isEmpty(): boolean {
    return this.ordered.length === 0;
  }

  get(category: string): CategoryView | undefined {
    return this.known.get(category);
  }

  /** What it is called, in the reader's language where it has a name in that. */
  nameOf(category: string): WordsOf {
    return wordsFor(this.reader, this.known.get(category)?.names) ?? { text: category, language: null };
  }

  aboutOf(category: string): WordsOf | undefined {
    return wordsFor(this.reader, this.known.get(category)?.about);
  }

  /** Its name after the names of those above it: many regions have a Newtown. */
  wayTo(category: string): string {
    const above = unitAbove(category)!;
    return isCategory(above) ? `${this.wayTo(above)} › ${this.nameOf(category).text}` : this.nameOf(category).text;
  }

  /** From the top down to the one above it. */
  above(category: string): CategoryView[] {
    const above = this.known.get(unitAbove(category)!);
    return above ? [...this.above(above.category), above] : [];
  }

  /** The categories right below one, or below the root of a tree. */
  below(place: string): readonly CategoryView[] {
    return this.ordered.filter(({ category }) => unitAbove(category) === place);
  }

  all(kind: CategoryKind): readonly CategoryView[] {
    return this.ordered.filter((one) => one.kind === kind);
  }
}

function wordsFor(reader: Language, words: TextByLanguage | null | undefined): WordsOf | undefined {
  const language = [reader, ...languages].find((one) => words?.[one] !== undefined);
  return language === undefined ? undefined : { text: words![language]!, language };
}

export async function categoriesOf(visit: Visit): Promise<CategoryTree> {
  return new CategoryTree(await allPages((cursor) => visit.api.ask(listCategories, { cursor })), visit.texts.language);
}

/** To which topic, and to which area, a list is narrowed. */
export type NarrowedCategories = { readonly [Kind in CategoryKind]?: string };

/** What the address of a list says; what is no category of the kind is none. */
export function narrowedToCategories(visit: Visit): NarrowedCategories {
  const chosen = categoryKinds.map((kind) => [kind, categoryIn(visit, kind)] as const);
  return Object.fromEntries(chosen.filter(([, category]) => category !== undefined));
}

export function categoryIn({ request }: Visit, kind: CategoryKind): string | undefined {
  const category = request.query[kind];
  return isCategory(category) && kindOfCategory(category) === kind ? category : undefined;
}

/** What a category is called. */
export function CategoryName(props: { tree: CategoryTree; category: string }) {
  const { text, language } = props.tree.nameOf(props.category);
  return <Words text={text} language={language} />;
}

/** What a consultation is about, each a way to all else that is about it; within a card, which is a link itself, words alone. */
export function CategoryTags(props: { categories: readonly string[]; tree: CategoryTree; areLinks?: boolean }) {
  const { t } = useTexts();
  const named = props.categories.filter((category) => props.tree.get(category));
  if (named.length === 0) return null;
  return (
    <ul class="tags plain" aria-label={t('categories.title')}>
      {named.map((category) => (
        <li key={category}>
          {props.areLinks ? (
            <a class="ds-tag" data-color="accent" href={categoryPath(category)}>
              <CategoryName tree={props.tree} category={category} />
            </a>
          ) : (
            <Tag colour="accent">
              <CategoryName tree={props.tree} category={category} />
            </Tag>
          )}
        </li>
      ))}
    </ul>
  );
}
