import { texts, type KeysOf } from '@isegoria/texts';

export const pageVersionsTexts = texts({
  'pageVersions.title': { text: 'Versions of this page', comment: 'Of a page of the ministry’s website.' },
  'pageVersions.lead':
    'Everything that could be read here, the newest first. Each version has its place in the log, with a proof that it was not changed ' +
    'since.',
  'pageVersions.version': { text: 'Version {version, number}', comment: 'The first version of a page is number 1.' },
  'pageVersions.of': { text: 'Version {version, number} of “{title}”', comment: 'The title of a web page that shows an earlier version.' },
  'pageVersions.first': 'As it was first published',
  'pageVersions.small': { text: 'A small change, without a note', comment: 'In the place of the note that says what was corrected.' },
  'pageVersions.corrected': {
    text: 'Corrected on {date}:',
    comment: '{date} is a day such as "3 November 2026". What was corrected follows, in the words of the ministry.',
  },
  'pageVersions.changed': { text: 'Changed on {date}', comment: 'Below the title of a page, beside the day on which it was published.' },
  'pageVersions.seeChange': { text: 'See what was changed', comment: 'A link to an earlier version beside the present one.' },
  'pageVersions.all': 'All versions, with their place in the log',
  'pageVersions.now': { text: 'As it stands', comment: 'On the newest version of a page.' },
  'pageVersions.compare': { text: 'Compare with the version before', comment: 'A link.' },
  'pageVersions.compareWith': { text: 'Compare with version {version, number}', comment: 'A link.' },
  'pageVersions.proof': {
    text: 'Entry {position, number} of the log, with its proof',
    comment: 'A link to the entry of the public log that has the words of a version.',
  },
  'pageVersions.earlier': 'This is an earlier version. It no longer stands.',
  'pageVersions.toNewest': { text: 'Read the page as it stands', comment: 'A link from an earlier version of a page.' },
  'pageVersions.changes': {
    text: 'What changed since version {version, number}',
    comment: 'A heading above two texts side by side, with what differs underlined.',
  },
  'pageVersions.same': 'Nothing differs between these two versions.',
  'pageVersions.language': {
    text: 'It was written in {before}, and is now in {after}.',
    comment: 'Both are names of languages.',
  },
  'pageVersions.topics': 'It is about other topics or areas than before.',
  'pageVersions.headOf': {
    text: 'Version {version, number}, {date}',
    comment: 'Above the words of one of two versions that are compared.',
  },
  'pageVersions.files': 'Picture and documents',
  'pageVersions.whole': { text: 'The whole text of this version', comment: 'Opens the text of an earlier version of a page.' },
  'pageVersions.note': {
    text: 'What do you correct, and why?',
    comment: 'A field of an office that changes a page which people have read.',
  },
  'pageVersions.note.hint': 'Everybody reads this note above the page and in its versions.',
  'pageVersions.note.wrong':
    'Say what you correct and why, in at most {max, number} characters, or choose that it is a small change.',
  'pageVersions.orSmall': { text: 'Or is no note needed?', comment: 'Above a box to tick, below the field for a note.' },
  'pageVersions.isSmall': {
    text: 'It is a small change, such as a spelling mistake, and needs no note. The version before stays readable.',
    comment: 'A box to tick, in the place of a note.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof pageVersionsTexts> {}
}
