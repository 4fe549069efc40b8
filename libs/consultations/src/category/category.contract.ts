import { IsBoolean, IsIn, IsInt, IsObject, IsString, Matches, MaxLength } from 'class-validator';
import {
  IsOneLine,
  IsPlainText,
  Nested,
  OrAbsent,
  OrNull,
  PageRequest,
  categoryDepthMax,
  categoryForm,
  categoryKinds,
  command,
  event,
  limits,
  pageQuery,
  stream,
  textByLanguage,
  type CategoryKind,
  type DomainEvent,
  type TextByLanguage,
} from '@isegoria/kernel';

const placeForm = new RegExp(`^(?:${categoryKinds.join('|')})(?:\\.[0-9a-f]{8}){0,${categoryDepthMax}}$`);

const NamesByLanguage = textByLanguage(limits.nameLength, IsOneLine());
const AboutByLanguage = textByLanguage(limits.summaryLength);

/** What a category is called, in one language at least, and what it is about in a sentence or two. */
export class CategoryWords {
  @Nested(() => NamesByLanguage)
  names: InstanceType<typeof NamesByLanguage>;

  @OrAbsent()
  @OrNull()
  @Nested(() => AboutByLanguage)
  about?: InstanceType<typeof AboutByLanguage> | null;
}

export class AddCategory extends CategoryWords {
  /** The category right above it; `topic` or `area` for one that has none above it. */
  @Matches(placeForm)
  above: string;
}

export class RenameCategory extends CategoryWords {
  @Matches(categoryForm)
  category: string;
}

export class WithdrawCategory {
  @Matches(categoryForm)
  category: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

/** What makes a new version of a category. */
export const newWordsOfCategory: readonly CategoryEvent['type'][] = ['CategoryAdded', 'CategoryRenamed'];

/** The answer's `id` is the name of its place in the tree, such as `topic.1f0c22aa`. */
export const addCategory = command(AddCategory, {
  route: 'POST /categories',
  may: 'administer',
  summary: 'Add a topic or an area that consultations can be about',
});
export const renameCategory = command(RenameCategory, {
  route: 'PUT /categories/:category/words',
  may: 'administer',
  summary: 'Give a topic or an area other names, and say otherwise what it is about',
  versionedBy: newWordsOfCategory,
});
export const withdrawCategory = command(WithdrawCategory, {
  route: 'POST /categories/:category/withdrawal',
  may: 'administer',
  summary: 'Offer a topic or an area, and all below it, to new consultations no longer; those that have it keep it',
});

export class CategoryView {
  @Matches(categoryForm) readonly category: string;
  @IsIn(categoryKinds) readonly kind: CategoryKind;
  /** Null for one that has none above it. */
  @OrNull() @IsString() readonly above: string | null;
  /** By language. */
  @IsObject() readonly names: TextByLanguage;
  /** By language; null where nothing is said. */
  @OrNull() @IsObject() readonly about: TextByLanguage | null;
  /** Whether it, or one above it, is offered to new consultations no longer. */
  @IsBoolean() readonly withdrawn: boolean;
  /** Of its words. */
  @IsInt() readonly version: number;
}

export class ListCategories extends PageRequest {}
export const listCategories = pageQuery(ListCategories, CategoryView, {
  route: 'GET /categories',
  may: 'anyone',
  summary: 'The trees of topics and areas, each after the one above it',
});

const categories = stream('category-<category>', 'public');
const category = 'topic.1f0c22aa';
const by = 'ad000000-0000-4000-8000-000000000001';

interface WordsInEvent {
  readonly names: TextByLanguage;
  readonly about: TextByLanguage | null;
}

export type CategoryAdded = DomainEvent<'CategoryAdded', WordsInEvent & { category: string; by: string }>;
export const categoryAdded = event<CategoryAdded>('CategoryAdded', {
  stream: categories,
  says: 'A topic or an area is added, below another one or at the top, which its name says.',
  may: 'administer',
  act: { subject: 'category' },
  sample: { category, names: { en: 'Water', fr: 'Eau' }, about: { en: 'Rivers, lakes and what comes out of the tap.' }, by },
});

export type CategoryRenamed = DomainEvent<'CategoryRenamed', WordsInEvent & { category: string; by: string }>;
export const categoryRenamed = event<CategoryRenamed>('CategoryRenamed', {
  stream: categories,
  says: 'The topic or area is called otherwise from now on, or something else is said of it.',
  may: 'administer',
  act: { subject: 'category' },
  sample: { category, names: { en: 'Water and shores', fr: 'Eau et rivages' }, about: null, by },
});

export type CategoryWithdrawn = DomainEvent<'CategoryWithdrawn', { category: string; reason: string; by: string }>;
export const categoryWithdrawn = event<CategoryWithdrawn>('CategoryWithdrawn', {
  stream: categories,
  says: 'The topic or area, and all below it, is offered to new consultations no longer; those that have it keep it.',
  may: 'administer',
  act: { subject: 'category' },
  sample: { category, reason: 'Part of another topic now.', by },
});
export type CategoryEvent = CategoryAdded | CategoryRenamed | CategoryWithdrawn;

export const eventsOfCategories = [categoryAdded, categoryRenamed, categoryWithdrawn] as const;
