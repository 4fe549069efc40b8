import type { Forbidden } from './forbidden-in-identity.fixture';

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
];
