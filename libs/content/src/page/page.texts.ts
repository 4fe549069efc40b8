import { texts, type KeysOf } from '@isegoria/texts';

export const contentTexts = texts({
  'announcements.lead': 'News and information from the ministry.',
  'announcements.empty': 'Nothing has been announced yet.',
  'announcements.noneOfThese': {
    text: 'Nothing of what you chose has been announced yet.',
    comment: 'In the place of a list of announcements that was narrowed to a unit, a topic or an area.',
  },
  'announcements.information': 'Information',
  'pageStatus.draft': 'Draft',
  'pageStatus.published': 'Published',
  'pageStatus.withdrawn': 'Withdrawn',
  'pageKind.announcement': 'Announcement',
  'pageKind.information': 'Information page',
  'pageKind.guide': {
    text: 'Guide of several parts: the pages below it',
    comment: 'Kind of a page, among “Announcement” and “Information page”.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof contentTexts> {}
}
