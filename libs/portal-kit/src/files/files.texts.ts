import { texts, type KeysOf } from '@isegoria/texts';

export const filesTexts = texts({
  'files.picture': 'Picture',
  'files.choosePicture': 'Choose a picture',
  'files.pictureHint': {
    text: 'JPEG, PNG or WebP, at most {megabytes, number} MB; best 1,600 pixels wide. Anybody can read it from the moment it is sent.',
    comment: 'MB: megabytes.',
  },
  'files.alt': 'What the picture shows',
  'files.altHint': 'One sentence, for people who cannot see it. Needed if there is a picture.',
  'files.documents': 'Documents',
  'files.chooseDocuments': 'Add documents',
  'files.documentsHint': {
    text:
      'PDF, OpenDocument or Office files, at most {megabytes, number} MB each and {most, number} in all. Anybody can read them from the ' +
      'moment they are sent, so they must not name private individuals.',
    comment: 'MB: megabytes.',
  },
  'files.untick': 'Untick what should no longer be shown.',
  'files.tooMany': 'There can be at most {most, number} documents. Untick some of them.',
  'files.nameTooLong': 'The name of this file is too long. Give it a name of at most {most, number} characters, and choose it again.',
  'files.chooseAgain': { text: 'Choose {name} again: it was not added.', comment: '{name} is the name of a picture.' },
  'files.noPicture': 'Choose the picture that you describe, or delete its description.',
  'files.refused': { text: '{name}: {detail}', comment: '{name} is the name of a file, {detail} a sentence about what is wrong with it.' },
  'files.withdrawn': {
    text: 'This file was withdrawn. Reason:',
    comment: 'Stands under the name of a document that can no longer be read; the reason follows, in whatever language it was written.',
  },
  'files.pictureWithdrawn': {
    text: 'The picture was withdrawn. Reason:',
    comment: 'The reason follows, in whatever language it was written.',
  },
  'files.kilobytes': { text: '{kind}, {size, number} KB', comment: '{kind} is PDF, for example; KB: kilobytes.' },
  'files.megabytes': { text: '{kind}, {size, number} MB', comment: '{kind} is PDF, for example; MB: megabytes.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof filesTexts> {}
}
