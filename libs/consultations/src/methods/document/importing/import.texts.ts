import { texts, type KeysOf } from '@isegoria/texts';

const ofFile = 'What a file with a draft law has that its text cannot keep, or keeps otherwise.';

export const importTexts = texts({
  'paperImport.title': 'Bring the text from a file',
  'paperImport.file': 'File with the text',
  'paperImport.file.hint': {
    text:
      'Word (DOCX), HTML or Markdown, at most {megabytes, number} MB. Headings, paragraphs and points of lists are ' +
      'kept, emphasis is not. ' +
      'You see what was read before it is used; the file itself is not kept.',
    comment: 'MB: megabytes.',
  },
  'paperImport.read': 'Read the file',
  'paperImport.found': 'Text from a file',
  'paperImport.waits': {
    text: 'This was read, and is not used yet. It comes from the file',
    comment: 'The name of the file follows.',
  },
  'paperImport.whole': 'Nothing was left out but emphasis.',
  'paperImport.losses': 'Not everything could be kept as it was:',
  'paperImport.loss.pictures': {
    text: '{count, plural, one {# picture is} other {# pictures are}} left out. Add what is needed to the documents of the consultation.',
    comment: ofFile,
  },
  'paperImport.loss.tables': {
    text: '{count, plural, one {# table is} other {# tables are}} kept as text: each row is a paragraph, with | between its cells.',
    comment: ofFile,
  },
  'paperImport.loss.spans': {
    text:
      '{count, plural, one {# cell of a table reaches} other {# cells of tables reach}} over several rows or columns. The words stand ' +
      'once, and the other places are empty. Read these rows again.',
    comment: ofFile,
  },
  'paperImport.loss.notes': {
    text:
      '{count, plural, one {# footnote stands} other {# footnotes stand}} at the end, each as a paragraph, with its ' +
      'number in brackets.',
    comment: ofFile,
  },
  'paperImport.loss.comments': {
    text: '{count, plural, one {# comment in the margin is} other {# comments in the margin are}} left out.',
    comment: ofFile,
  },
  'paperImport.loss.changes': {
    text:
      '{count, plural, one {# tracked change is} other {# tracked changes are}} taken as accepted: what was put in ' +
      'stands, what was deleted ' +
      'is left out.',
    comment: ofFile,
  },
  'paperImport.loss.struck': {
    text: '{count, plural, one {# passage is} other {# passages are}} struck through in the file and kept as ordinary words. Check them.',
    comment: ofFile,
  },
  'paperImport.loss.hidden': {
    text:
      '{count, plural, one {# hidden passage is} other {# hidden passages are}} left out: nobody who reads the file sees them. Write ' +
      'what is needed into the text.',
    comment: ofFile,
  },
  'paperImport.loss.unread': {
    text:
      '{count, plural, one {# passage or sign is} other {# passages or signs are}} missing, since we cannot read how the file keeps ' +
      'them, such as words in shapes. Compare the text with the file.',
    comment: ofFile,
  },
  'paperImport.loss.turns': {
    text:
      '{count, plural, one {# mark of direction is} other {# marks of direction are}} left out: they turn words round, or reach beyond ' +
      'their paragraph. Read these words again.',
    comment: ofFile,
  },
  'paperImport.loss.onLine': {
    text:
      '{count, plural, one {# passage is} other {# passages are}} set above or below the line in the file, and on it here. Check ' +
      'numbers such as 10⁶ or Article 5¹.',
    comment: ofFile,
  },
  'paperImport.loss.headingNumbers': {
    text:
      '{count, plural, one {# heading has} other {# headings have}} a number that Word adds by itself. It is left out, and headings are ' +
      'numbered 1, 1.1 and so on unless most of them say a number. Write it into the heading if the text refers to it.',
    comment: ofFile,
  },
  'paperImport.loss.listNumbers': {
    text:
      '{count, plural, one {# point of a list is} other {# points of lists are}} numbered 1, 2, 3 from the beginning ' +
      'of each list, whatever ' +
      'stood there. Check letters, Roman numerals and what refers to them.',
    comment: ofFile,
  },
  'paperImport.loss.margins': {
    text: '{count, plural, one {# header or footer is} other {# headers and footers are}} left out.',
    comment: ofFile,
  },
  'paperImport.loss.formulas': {
    text: '{count, plural, one {# formula is} other {# formulas are}} left out. Write them in words or plain characters.',
    comment: ofFile,
  },
  'paperImport.loss.embedded': {
    text: '{count, plural, one {# embedded thing is} other {# embedded things are}} left out, such as charts, videos or fields of forms.',
    comment: ofFile,
  },
  'paperImport.loss.scripts': {
    text: '{count, plural, one {# script is} other {# scripts are}} left out.',
    comment: `${ofFile} A program in a web page.`,
  },
  'paperImport.loss.links': {
    text: '{count, plural, one {# link keeps its words and loses its address.} other {# links keep their words and lose their addresses.}}',
    comment: ofFile,
  },
  'paperImport.loss.tags': {
    text: '{count, plural, one {# piece of HTML stands} other {# pieces of HTML stand}} in the text as characters. Take them out.',
    comment: `${ofFile} The file is in Markdown, which may have HTML in it.`,
  },
  'paperImport.loss.above': {
    text: 
      '{count, plural, one {# line at the top of the file, between two lines with ---, is} other {# lines at the top of the file, ' +
      'between two lines with ---, are}} left out: other programs read it. Write what belongs to the law into the text.',
    comment: `${ofFile} The file is in Markdown, and begins with its title, date and so on for other programs.`,
  },
  'paperImport.replaces': 'It would take the place of all that stands in the field for the text.',
  'paperImport.take': 'Use this text',
  'paperImport.drop': 'Do not use it',
  'paperImport.decide': 'Say first whether the text from the file is to be used.',
  'paperImport.nothing': 'Choose a file first.',
  'paperImport.noWords': 'There is no paragraph in this file.',
  'paperImport.tooLong':
    'The text in this file has {length, number} characters, and {most, number} are the most. Divide it, or shorten ' +
    'it.',
  'paperImport.tooMany':
    'The text in this file has {count, number} headings and paragraphs, and {most, number} are the most. Divide it, or shorten it.',
  'paperImport.longParagraph': {
    text:
      'The paragraph that begins with “{words}” has {length, number} characters, and {most, number} are the most. ' +
      'Divide it in the file, and ' +
      'choose it again.',
    comment: '{words} are the first words of a paragraph.',
  },
  'paperImport.unread.kind':
    'Choose a text in Word (DOCX, without macros), HTML or Markdown. Older files and PDF have to be saved as one ' +
    'of these.',
  'paperImport.unread.letters': 'The letters of this file cannot be told. Save it in UTF-8, and choose it again.',
  'paperImport.unread.damaged':
    'This file cannot be read: it is damaged or protected. Open it in its program, save it again, and choose it ' +
    'again.',
  'paperImport.unread.tooMuch': {
    text: 'This file takes too much room or time to read. Save only the text of the draft in a new file, and choose that.',
    comment: 'Time and memory of the computer.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof importTexts> {}
}
