import { serviceDrafted } from '@isegoria/content';
import type { Forbidden } from './forbidden-in-identity.fixture';

const { words, channels } = serviceDrafted.sample;

/** Entries of the directory of services that the platform would not have recorded. */
export const forbiddenInServices: readonly Forbidden[] = [
  [
    'a service that nobody can reach',
    'service-reached',
    async ({ add }) => {
      await add('ServiceDrafted', { channels: { ...channels, online: null } });
    },
  ],
  [
    'a service that is translated into its own language',
    'service-other-language',
    async ({ add, before }) => {
      await before('ServiceTranslated');
      await add('ServiceTranslated', { language: 'en', words });
    },
  ],
  [
    'a service about a topic that is not there',
    'service-categories-offered',
    async ({ add }) => {
      await add('ServiceDrafted', { categories: ['topic.2a2a2a2a'] });
    },
  ],
  [
    'an office that closes before it opens',
    'service-hours',
    async ({ add }) => {
      await add('ServiceDrafted', { channels: { ...channels, hours: [{ day: 'monday', opens: '12:00', closes: '08:30' }] } });
    },
  ],
  [
    'an office that opens while it is open',
    'service-hours',
    async ({ add, before }) => {
      await before('ServiceRevised');
      const monday = (opens: string, closes: string) => ({ day: 'monday', opens, closes });
      await add('ServiceRevised', { channels: { ...channels, hours: [monday('08:00', '12:00'), monday('11:00', '13:00')] } });
    },
  ],
  [
    'feedback on a service that nobody saw in the directory',
    'feedback-on-published',
    async ({ add }) => {
      await add('ServiceDrafted');
      await add('ServiceFeedbackGiven');
    },
  ],
  [
    'feedback for a unit that is not responsible for the service',
    'feedback-to-its-unit',
    async ({ add, before }) => {
      await before('ServiceFeedbackGiven');
      await before('UnitClosed');
      await add('ServiceFeedbackGiven', { unit: 'root.1f0c22aa' });
    },
  ],
  [
    'a comment on a service in plain words',
    'feedback-sealed',
    async ({ add, before }) => {
      await before('ServiceFeedbackGiven');
      await add('ServiceFeedbackGiven', { text: { plain: 'Nobody was there.' } });
    },
  ],
  [
    'feedback that is given twice alike',
    'feedback-changes',
    async ({ add, before }) => {
      await before('ServiceFeedbackGiven');
      await add('ServiceFeedbackGiven', { text: null });
      await add('ServiceFeedbackGiven', { text: null });
    },
  ],
  [
    'feedback that is taken back before it is given',
    'feedback-changes',
    async ({ add, before }) => {
      await before('ServiceFeedbackGiven');
      await add('ServiceFeedbackGiven', { answer: null, text: null });
    },
  ],
];
