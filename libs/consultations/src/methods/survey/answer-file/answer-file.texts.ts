import { texts, type KeysOf } from '@isegoria/texts';

export const answerFileTexts = texts({
  'answer.file.hint': {
    text: 'One file: {kinds}; at most {megabytes, number} MB. Officials and moderators can read it; the public cannot.',
    comment: '{kinds} is a list such as "PDF, Text documents (ODT, DOCX)". MB: megabytes.',
  },
  'answer.file.kept': { text: 'Kept:', comment: 'The name of a file follows, which somebody sent before.' },
  'answer.file.own': { text: 'Your files', comment: 'A heading: files that the reader sent, or kept to send, in a survey.' },
  'answer.file.keptFile': { text: 'The file that is kept', comment: 'Above a box to tick.' },
  'answer.file.takeAway': 'Take it away. To exchange it, just choose another file.',
  'answer.file.notByLink': {
    text: 'A file cannot be sent with a personal link. Leave this out.',
    comment: 'Below a question of a survey that asks for a file, for whoever answers it with a personal link instead of an account.',
  },
  'answer.file.gone': 'The file is no longer there. Choose it again: {question}',
  'answerFiles.title': { text: 'Files that people sent', comment: 'In answer to a survey: the heading of a page of the office.' },
  'answerFiles.lead':
    'The files of all responses that stand now. A file comes from a member of the public and may carry a virus: open it only where your ' +
    'security staff allow that. Files are personal data: delete your copies once you no longer need them.',
  'answerFiles.none': 'Nobody has sent a file.',
  'answerFiles.file': { text: 'File', comment: 'The heading of a column.' },
  'answerFiles.question': { text: 'Question', comment: 'The heading of a column.' },
  'answerFiles.size': { text: 'Kind and size', comment: 'The heading of a column: of files.' },
  'answerFiles.voter': { text: 'Pseudonym', comment: 'The heading of a column: of whoever sent a file.' },
  'answerFiles.givenAt': { text: 'Sent', comment: 'The heading of a column: when a file was sent.' },
  'answerFiles.all': { text: 'Take all files as one archive (ZIP)', comment: 'Opens a form.' },
  'answerFiles.allLead': 'Who took the files, when and why is put on public record first.',
  'exportContents.answer-files': 'Files that people sent in a survey (ZIP)',
  'answerFiles.erased': 'erased with the account',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof answerFileTexts> {}
}
