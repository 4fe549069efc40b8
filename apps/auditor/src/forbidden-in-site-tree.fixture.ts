import { pagePlaced } from '@isegoria/content';
import type { Forbidden } from './forbidden-in-identity.fixture';

const { pageId: first } = pagePlaced.sample;
const [second, third] = ['5f6e1a00-0000-4000-8000-000000000002', '5f6e1a00-0000-4000-8000-000000000003'];

/** Places in the tree of the site that the platform would not have recorded. */
export const forbiddenInSiteTree: readonly Forbidden[] = [
  ['a place for a page that is not there', 'place-of-a-page', async ({ add }) => void (await add('PagePlaced'))],
  [
    'a place below a page that has none',
    'place-of-a-page',
    async ({ add }) => {
      await add('PageDrafted');
      await add('PageDrafted', { pageId: second });
      await add('PagePlaced', { above: second });
    },
  ],
  [
    'a place in a list of another unit',
    'place-of-a-page',
    async ({ add }) => {
      await add('UnitMade');
      await add('PageDrafted');
      await add('PagePlaced', { unit: 'root.1f0c22aa' });
    },
  ],
  [
    'a page below itself',
    'place-not-below-itself',
    async ({ add }) => {
      await add('PageDrafted');
      await add('PageDrafted', { pageId: second });
      await add('PagePlaced');
      await add('PagePlaced', { pageId: second, above: first, address: 'below' });
      await add('PagePlaced', { above: second });
    },
  ],
  [
    'a page before one of another list',
    'place-has-room',
    async ({ add }) => {
      await add('PageDrafted');
      await add('PagePlaced', { before: third });
    },
  ],
  [
    'an address that another page beside it has',
    'place-own-address',
    async ({ add }) => {
      await add('PageDrafted');
      await add('PageDrafted', { pageId: second });
      await add('PagePlaced');
      await add('PagePlaced', { pageId: second });
    },
  ],
  [
    'an address that leads elsewhere',
    'place-own-address',
    async ({ add }) => {
      await add('PageDrafted');
      await add('PagePlaced', { address: '../office' });
    },
  ],
  [
    'a page that leaves those below it without one',
    'place-left-empty',
    async ({ add }) => {
      await add('PageDrafted');
      await add('PageDrafted', { pageId: second });
      await add('PagePlaced');
      await add('PagePlaced', { pageId: second, above: first });
      await add('PageTakenOut');
    },
  ],
];
