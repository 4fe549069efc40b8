import { consultationDrafted } from '@isegoria/consultations';
import { fileAdded } from '@isegoria/content';
import { commentSubmitted } from '@isegoria/feedback';
import type { Forbidden } from './forbidden-in-identity.fixture';

const reply = 'c0330000-0000-4000-8000-00000000000a';
const comment = 'c0330000-0000-4000-8000-000000000001';

const { file, name, mediaType, size, alt, width, height } = fileAdded.sample;
const plan = { file, name, mediaType, size, alt, width, height };

/** Replies, support and reports that the platform would not have recorded. */
export const forbiddenToReaders: readonly Forbidden[] = [
  [
    'a reply to a comment that was never written',
    'reply-in-thread',
    async ({ add, before }) => {
      await before('CommentHidden');
      await add('CommentSubmitted', { commentId: reply, reply: { to: reply, thread: reply } });
    },
  ],
  [
    'a reply in the thread of another comment',
    'reply-in-thread',
    async ({ add, before }) => {
      await before('CommentHidden');
      await add('CommentSubmitted', { commentId: reply, reply: { to: comment, thread: reply } });
    },
  ],
  [
    'support for a comment that was never written',
    'support-of-written',
    async ({ add, before }) => {
      await before('CommentHidden');
      await add('SupportCast', { itemId: reply });
    },
  ],
  [
    'support for one’s own words',
    'support-of-others',
    async ({ add, before }) => {
      await before('SupportCast');
      await add('SupportCast', { supporter: commentSubmitted.sample.author });
    },
  ],
  [
    'support that is given twice',
    'support-changes',
    async ({ add, before }) => {
      await before('SupportCast');
      await add('SupportCast');
      await add('SupportCast');
    },
  ],
  [
    'support that is taken back before it was given',
    'support-changes',
    async ({ add, before }) => {
      await before('SupportCast');
      await add('SupportCast', { supports: false });
    },
  ],
  [
    'a document that was never added, beside a page',
    'attached-as-added',
    async ({ add }) => {
      await add('PageDrafted', { files: { picture: null, documents: [plan] } });
    },
  ],
  [
    'a document of another size than it was added, beside an answer',
    'attached-as-added',
    async ({ add, before }) => {
      await add('FileAdded');
      await before('QuestionAnswered');
      await add('QuestionAnswered', { files: { picture: null, documents: [{ ...plan, size: 5 }] } });
    },
  ],
  [
    'a document that was withdrawn long before, beside a consultation',
    'attached-not-withdrawn',
    async ({ site, add }) => {
      await add('FileAdded');
      await add('FileWithdrawn');
      site.passed += 3_600_000;
      await add('ConsultationDrafted', { about: { ...consultationDrafted.sample.about, documents: [plan] } });
    },
  ],
  [
    'a crest that was never added',
    'attached-as-added',
    async ({ add }) => {
      await add('SettingsChanged', { crest: { ...plan, mediaType: 'image/png', alt: 'A heron', width: 3, height: 4 } });
    },
  ],
  [
    'a document for a crest',
    'attached-picture-described',
    async ({ add }) => {
      await add('FileAdded');
      await add('SettingsChanged', { crest: plan });
    },
  ],
  [
    'a document for a picture',
    'attached-picture-described',
    async ({ add, before }) => {
      await add('FileAdded');
      await before('PageRevised');
      await add('PageRevised', { files: { picture: plan, documents: [] } });
    },
  ],
  [
    'a page that publishes itself without a plan',
    'published-as-planned',
    async ({ add, before }) => {
      await before('PageWithdrawn');
      await add('PagePublished', { by: null });
    },
  ],
  [
    'a publication that is planned for a time that is over',
    'planned-ahead',
    async ({ add, before }) => {
      await before('PagePublicationPlanned');
      await add('PagePublicationPlanned', { at: '2020-03-01T08:00:00.000Z' });
    },
  ],
  [
    'a report in plain words',
    'report-sealed',
    async ({ add, before }) => {
      await before('ContributionReported');
      await add('ContributionReported', { text: { plain: 'She is my neighbour.' } });
    },
  ],
  [
    'a report about a comment of another consultation',
    'report-of-written',
    async ({ add, before }) => {
      await before('ContributionReported');
      await add('ContributionReported', { consultationId: reply });
    },
  ],
];
