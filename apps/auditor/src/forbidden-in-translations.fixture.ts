import type { Forbidden } from './forbidden-in-identity.fixture';

const garden = [{ of: 'A pool', text: 'Un jardin' }];
const swaps: readonly (readonly [what: string, texts: typeof garden, activity: object, says?: true])[] = [
  ['an option in other words', [{ of: 'A pool', text: 'Un bassin' }], {}],
  ['an option without the translation that it had', [], {}],
  ['a motion in other words', garden, { method: 'motion', title: 'A pool', settings: { majority: 'simple', quorum: 0 } }],
  ['a statement of the office in other words', garden, { method: 'deliberation', settings: { moderation: 'after' } }, true],
  [
    'a question of a survey in other words',
    garden,
    {
      method: 'survey',
      settings: { questionnaire: { sections: [{ questions: [{ id: 'pool', kind: 'short-text', text: 'A pool', isRequired: false }] }] } },
    },
  ],
];

/** What is no translation. */
export const forbiddenInTranslations: readonly Forbidden[] = [
  [
    'a translation into the language of the original',
    'translated-from-another-language',
    async ({ add, before }) => {
      await before('ConsultationTranslated');
      await add('ConsultationTranslated', { language: 'en' });
    },
  ],
  [
    'two translations of one text',
    'each-text-translated-once',
    async ({ add, before }) => {
      await before('ConsultationTranslated');
      const texts = ['Le lac', 'La mer'].map((text) => ({ of: 'Lake park', text }));
      await add('ConsultationTranslated', { texts });
    },
  ],
  ...swaps.map(
    ([what, texts, activity, says]): Forbidden => [
      `${what} after the vote has opened`,
      'translation-stands-once-open',
      async ({ add, before }) => {
        await before('ConsultationTranslated');
        await add('ActivityDrafted', activity);
        if (says) await add('StatementSubmitted', { author: null, assurance: null, text: { plain: 'A pool' } });
        const pool = { of: 'A pool', text: 'Une piscine' };
        await add('ConsultationTranslated', { texts: [pool, { of: 'Lake park', text: 'Le lac' }] });
        await add('ConsultationPublished');
        // What is no answer's may be taken back, and what had no translation may be given one.
        await add('ConsultationTranslated', { texts: [pool, { of: 'A garden', text: 'Un jardin' }] });
        await add('ConsultationTranslated', { texts });
      },
    ],
  ),
  [
    'two options that read the same in another language',
    'choices-read-apart',
    async ({ add, before }) => {
      await before('ConsultationTranslated');
      await add('ActivityDrafted');
      await add('ConsultationTranslated', { texts: [{ of: 'A pool', text: 'a garden.' }] });
    },
  ],
];
