import { anotherModerator } from './what-comes-before.fixture';
import type { Forbidden } from './forbidden-in-identity.fixture';

const minute = 60_000;

/** What nobody publishes without a second official, where a unit has it so. */
export const forbiddenInReview: readonly Forbidden[] = [
  [
    'a publication that nobody approved, in a unit that has everything checked',
    'published-after-review',
    async ({ site, add, before }) => {
      await before('ConsultationPublished');
      await add('UnitReviewSet', { unit: 'root' });
      site.passed += 5 * minute;
      await add('ConsultationPublished');
    },
  ],
  [
    'a publication of other words than those that were approved',
    'published-after-review',
    async ({ site, by, add, before }) => {
      await add('UnitReviewSet', { unit: 'root' });
      site.passed += 5 * minute;
      await before('DraftApproved');
      await add('DraftApproved');
      await add('DraftRevised', { by });
      await add('ConsultationPublished');
    },
  ],
  [
    'a publication that was translated anew after it was approved',
    'published-after-review',
    async ({ site, by, add, before }) => {
      await add('UnitReviewSet', { unit: 'root' });
      site.passed += 5 * minute;
      await before('DraftApproved');
      await add('DraftApproved');
      await add('ConsultationTranslated', { by });
      await add('ConsultationPublished');
    },
  ],
  [
    'an approval in a language that nobody translated it into',
    'approved-in-languages',
    async ({ add, before }) => {
      await before('DraftApproved');
      await add('DraftApproved', { translations: ['fr'] });
    },
  ],
  [
    'an approval that holds for whatever is translated later, long after others named their languages',
    'approved-in-languages',
    async ({ site, by, add, before }) => {
      await before('DraftApproved');
      await add('DraftApproved');
      site.passed += 31 * 1440 * minute;
      await add('DraftRevised', { by });
      await add('ReviewRequested', { by });
      await add('DraftApproved', { translations: null }, anotherModerator);
    },
  ],
  [
    'an approval of the own draft',
    'approved-by-another',
    async ({ add }) => {
      await add('ConsultationDrafted');
      await add('ReviewRequested');
      await add('DraftApproved');
    },
  ],
  [
    'an approval that nobody asked for',
    'approved-once-asked',
    async ({ add }) => {
      await add('ConsultationDrafted');
      await add('DraftApproved');
    },
  ],
  [
    'a draft sent back by its author',
    'sent-back-by-another',
    async ({ add }) => {
      await add('ConsultationDrafted');
      await add('ReviewRequested');
      await add('DraftSentBack');
    },
  ],
  [
    'a draft sent back twice',
    'sent-back-once-asked',
    async ({ add, before }) => {
      await before('DraftSentBack');
      await add('DraftSentBack');
      await add('DraftSentBack');
    },
  ],
  [
    'a review asked for of what waits for one',
    'review-of-draft',
    async ({ add, before }) => {
      await before('ReviewRequested');
      await add('ReviewRequested');
      await add('ReviewRequested');
    },
  ],
];
