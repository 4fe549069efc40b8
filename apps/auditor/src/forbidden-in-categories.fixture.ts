import type { Forbidden } from './forbidden-in-identity.fixture';

const minute = 60_000;
const [topic, below] = ['topic.1f0c22aa', 'topic.1f0c22aa.90b3d7e1'];

/** Topics and areas, and what is said to be about them. */
export const forbiddenInCategories: readonly Forbidden[] = [
  [
    'a topic that is added twice',
    'category-added-once',
    async ({ add }) => {
      await add('CategoryAdded');
      await add('CategoryAdded');
    },
  ],
  [
    'a list of another kind',
    'category-added-once',
    async ({ add }) => {
      await add('CategoryAdded', { category: 'colour.1f0c22aa' });
    },
  ],
  [
    'a topic below one that is not there',
    'category-below-offered',
    async ({ add }) => {
      await add('CategoryAdded', { category: below });
    },
  ],
  [
    'a topic below one that was withdrawn',
    'category-below-offered',
    async ({ site, add, before }) => {
      await before('CategoryWithdrawn');
      await add('CategoryWithdrawn');
      site.passed += 2 * minute;
      await add('CategoryAdded', { category: below });
    },
  ],
  [
    'a topic without a name',
    'category-has-name',
    async ({ add }) => {
      await add('CategoryAdded', { names: {} });
    },
  ],
  [
    'other names for a topic that is not there',
    'category-exists',
    async ({ add }) => {
      await add('CategoryRenamed');
    },
  ],
  [
    'a topic that loses its name',
    'category-keeps-name',
    async ({ add, before }) => {
      await before('CategoryRenamed');
      await add('CategoryRenamed', { names: {} });
    },
  ],
  [
    'the same names once more',
    'category-words-differ',
    async ({ add, before }) => {
      await before('CategoryRenamed');
      await add('CategoryRenamed');
      await add('CategoryRenamed');
    },
  ],
  [
    'a topic that is withdrawn twice',
    'category-withdrawn-once',
    async ({ add, before }) => {
      await before('CategoryWithdrawn');
      await add('CategoryWithdrawn');
      await add('CategoryWithdrawn');
    },
  ],
  [
    'topics of a draft, apart from it',
    'categories-of-published',
    async ({ add }) => {
      await add('ConsultationDrafted');
      await add('CategoryAdded');
      await add('CategoriesSet');
    },
  ],
  [
    'the same topics once more',
    'categories-of-published',
    async ({ add, before }) => {
      await before('CategoriesSet');
      await add('CategoriesSet');
      await add('CategoriesSet');
    },
  ],
  [
    'a topic that is not there',
    'categories-are-offered',
    async ({ add, before }) => {
      await before('CategoriesSet');
      await add('CategoriesSet', { categories: ['topic.00000000'] });
    },
  ],
  [
    'a draft about a topic that is not there',
    'categories-are-offered',
    async ({ add }) => {
      await add('ConsultationDrafted', { categories: [topic] });
    },
  ],
  [
    'a new edition about one topic twice',
    'categories-are-offered',
    async ({ add }) => {
      await add('CategoryAdded');
      await add('ConsultationDrafted');
      await add('DraftRevised', { categories: [topic, topic] });
    },
  ],
  [
    'a page about a topic that is not there',
    'page-categories-offered',
    async ({ add }) => {
      await add('PageDrafted', { categories: [below] });
    },
  ],
  [
    'a page that is about one topic twice',
    'page-categories-offered',
    async ({ add, before }) => {
      await before('CategoryRenamed');
      await add('PageDrafted', { categories: [topic, topic] });
    },
  ],
  [
    'a page that comes to be about a topic that was withdrawn',
    'page-categories-offered',
    async ({ site, add, before }) => {
      await before('PageRevised');
      await add('CategoryAdded');
      await add('CategoryWithdrawn');
      site.passed += 2 * minute;
      await add('PageRevised', { categories: [topic] });
    },
  ],
  [
    'a question about a topic that is not there',
    'question-categories-offered',
    async ({ add }) => {
      await add('QuestionAsked', { consultationId: null, unit: 'root', categories: [topic] });
    },
  ],
  [
    'a question about a consultation and about a topic of its own',
    'question-categories-offered',
    async ({ add, before }) => {
      await before('CategoryRenamed');
      await before('QuestionAsked');
      await add('QuestionAsked', { categories: [topic] });
    },
  ],
];
