import { texts, type KeysOf } from '@isegoria/texts';

export const fileTexts = texts({
  'official.file-added': 'Added a file',
  'official.file-withdrawn': 'Withdrew a file',
  'officeFiles.title': 'Files',
  'officeFiles.lead': 'Pictures and documents that your office has added, and where each is shown.',
  'officeFiles.empty': 'No files have been added yet. You add them in the form of a consultation, a page or an answer.',
  'officeFiles.addedOn': { text: 'Added on', comment: 'Before a date.' },
  'officeFiles.shows': { text: 'Description: {alt}', comment: '{alt} says what a picture shows.' },
  'officeFiles.reason': { text: 'Reason: {reason}', comment: '{reason} is a sentence.' },
  'officeFiles.unused': 'It is not shown anywhere.',
  'officeFiles.usedIn': 'It is shown in:',
  'officeFiles.otherUses': {
    text: '{count, plural, one {# draft of another unit} other {# drafts of other units}}',
    comment: 'In a list of where a file is used, which begins with “It is shown in:”.',
  },
  'officeFiles.kind.consultation': { text: 'Consultation:', comment: 'Before the title of one.' },
  'officeFiles.kind.page': { text: 'Page:', comment: 'Before the title of one.' },
  'officeFiles.kind.question': { text: 'Answer to:', comment: 'Before a link to a question.' },
  'officeFiles.kind.settings': { text: 'Settings:', comment: 'Before a link to the crest in the settings of the site.' },
  'officeFiles.notPublic': { text: 'not public', comment: 'In brackets, after the title of a draft or of a withdrawn page.' },
  'officeFiles.withdrawNamed': { text: 'Withdraw {name}', comment: '{name} is the name of a file.' },
  'officeFiles.withdrawTitle': 'Withdraw this file?',
  'officeFiles.whatHappens':
    'The file is deleted at once. Wherever it was shown, a note says that it was withdrawn, and gives your reason. Copies that people ' +
    'have already downloaded remain with them.',
  'officeFiles.forGood': 'This cannot be undone: the same file cannot be added again.',
  'officeFiles.keep': 'Keep the file',
  'officeFiles.reasonHint': 'Everybody can read it. Do not repeat what should not have been public.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof fileTexts> {}
}
