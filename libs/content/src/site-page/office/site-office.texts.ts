import { texts, type KeysOf } from '@isegoria/texts';

export const siteOfficeTexts = texts({
  'sitePage.edit': {
    text: 'Edit “{page}”',
    comment: "{page} is the title of a page, such as 'Privacy'.",
  },
  'sitePage.editLead':
    'What is the same on every site is already on the page. Fill in what only your institution knows, in each language. ' +
    'Every change is public and stays in the log, so do not name a person.',
  'sitePage.save': 'Save the page',
  'sitePage.see': 'See the page',
  'goingPublic.title': 'Before going public',
  'goingPublic.lead': {
    text: 'What your institution must fill in before citizens are invited. A pipeline can ask the same at {address}.',
    comment: '{address} is the path of an address of the API.',
  },
  'goingPublic.ready': 'Nothing is missing.',
  'goingPublic.missing': '{count, plural, one {One thing is missing.} other {{count, number} things are missing.}}',
  'goingPublic.complete': {
    text: 'Complete',
    comment: 'Of a page or of the settings: nothing is missing there.',
  },
  'goingPublic.secondFactor': 'Roles of staff should count only after a sign-in with a second factor.',
  'official.site-page-filled-in': 'Filled in a page about the site',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof siteOfficeTexts> {}
}
