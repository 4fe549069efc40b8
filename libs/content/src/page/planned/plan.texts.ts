import { texts, type KeysOf } from '@isegoria/texts';

export const planTexts = texts({
  'pagePlan.title': { text: 'Publish it later', comment: 'A heading of an office, above the time at which a page publishes itself.' },
  'pagePlan.what': 'It publishes itself at that time, with the words that it has by then. You can change the time, or call it off.',
  'pagePlan.at': { text: 'When is it published?', comment: 'A field for a day and a time.' },
  'pagePlan.at.wrong': 'Enter a day and a time in the future.',
  'pagePlan.send': { text: 'Publish at this time', comment: 'A button of an office.' },
  'pagePlan.planned': { text: 'It publishes itself on {at}.', comment: '{at} is a day and a time with its zone.' },
  'pagePlan.callOff': { text: 'Do not publish it by itself', comment: 'A button that calls off a planned publication.' },
  'pageArchive.title': { text: 'Archive it', comment: 'A heading of an office, about a page that is no longer current.' },
  'pageArchive.what': 'Everybody can still read it, with the day and your reason above it. Lists and the search show it no longer.',
  'pageArchive.reason': { text: 'Why is it no longer current?', comment: 'A field of an office that archives a page.' },
  'pageArchive.send': { text: 'Archive', comment: 'A button.' },
  'pageArchive.archived': {
    text: 'Archived on {date}, no longer current.',
    comment: '{date} is a day such as "3 November 2026". The reason follows, in the words of the ministry.',
  },
  'official.page-publication-planned': 'Planned when a page is published',
  'official.page-archived': 'Archived a page',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof planTexts> {}
}
