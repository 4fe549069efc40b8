import { texts, type KeysOf } from '@isegoria/texts';

export const exportsTexts = texts({
  'export.title': 'Export',
  'export.lead':
    'A file (CSV or JSON) of contributions. Who exported what, when and why is put on public record before the file is handed over.',
  'export.figures': 'For figures and charts you need no export:',
  'export.contents': 'What do you need?',
  'export.purpose': 'What is it needed for?',
  'export.purposeHint': 'The purpose is public and stays in the log. Name no person in it.',
  'export.send': 'Record the export and get the file',
  'export.recorded': 'Your export is on record',
  'export.recordedLead': 'The file contains the contributions received up to the moment you download it.',
  'export.care':
    'It contains what people wrote. Keep it only as long as the purpose requires, and then delete it: an erasure does not ' +
    'reach your copy.',
  'export.file': {
    text: 'Download the file',
    comment: 'A link to the file.',
  },
  'export.fileForSpreadsheet': {
    text: 'Download the file for a spreadsheet that shows wrong letters',
    comment: 'A link to the same file with a byte order mark at its start.',
  },
  'export.fileAsJson': {
    text: 'Download the same as JSON, for programs',
    comment: 'A link to the same file in another format.',
  },
  'export.archive': { text: 'Download the files (ZIP)', comment: 'A link to an archive of files that people sent.' },
  'export.archiveLead':
    'The archive has a list of its files, index.csv. Files come from members of the public and may carry viruses: unpack it only where ' +
    'your security staff allow that.',
  'export.archiveForSpreadsheet': {
    text: 'Download the files with a list for a spreadsheet that shows wrong letters',
    comment: 'A link to the same archive; the list in it has a byte order mark at its start.',
  },
  'export.listAsJson': { text: 'Download the list of the files as JSON, for programs', comment: 'A link.' },
  'export.until': 'You can download it until {date}. After that, make another export.',
  'export.over': 'The file could be downloaded until {date}. Make another export.',
  'export.consultation': 'Consultation',
  'export.what': 'Contents',
  'export.activity': {
    text: 'Activity',
    comment: 'The part of a consultation from which contributions are taken.',
  },
  'export.ofActivity': {
    text: '{contents} of “{activity}”',
    comment: '{contents} is what is taken out, such as "Votes, under pseudonyms", {activity} the title of a part of the consultation.',
  },
  'export.why': 'Purpose',
  'export.seen': 'See it in the list of what officials did',
  'exportContents.comments': 'Comments',
  'exportContents.questions': 'Questions and answers',
  'exportContents.votes': 'Votes, under pseudonyms',
  'field.purpose.wrong': 'Say what it is needed for, in at most {max, number} characters.',
  'field.contents.wrong': 'Choose what you need.',
  'official.contributions-exported': 'Exported contributions',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof exportsTexts> {}
}
