import { texts, type KeysOf } from '@isegoria/texts';

export const searchTexts = texts({
  'search.title': 'Search',
  'search.titleFor': { text: '“{words}” – search', comment: 'The title of the window. {words} is what somebody looked for.' },
  'search.field': 'What are you looking for?',
  'search.hint':
    'Words of a page, a service or a consultation, in any language. ' +
    '"Quotation marks" keep words in their order; -word leaves out what has it.',
  'search.count': '{count, plural, one {# result} other {# results}}',
  'search.countMore': {
    text: 'More than {count} results. Another word, or a choice below, narrows them.',
    comment: '{count} is a number.',
  },
  'search.nothing': 'Nothing was found for “{words}”.',
  'search.didYouMean': { text: 'Did you mean “{words}”?', comment: 'A link. {words} is what somebody looked for, spelled otherwise.' },
  'search.tryOther': 'Try another word for the same thing, or fewer words.',
  'search.tryAll': {
    text: 'Look in everything',
    comment: 'A link that drops the choices (kind, unit, topic, language) to which the results are narrowed.',
  },
  'search.tryBrowse': 'Look through the consultations',
  'search.tryAsk': 'Ask the ministry a question',
  'search.tooLong': {
    text: 'That is too long to look for: at most {max} characters. Use the few words that matter.',
    comment: 'Above the search field, which still has what was typed.',
  },
  'search.noWords': {
    text: 'Type a word that should be there: so far there are only signs, or words to leave out.',
    comment: 'Somebody looked for punctuation only, or only for words with a hyphen before them.',
  },
  'search.choices': { text: 'Narrow the results', comment: 'The name of the lists of kinds, units, topics and languages beside results.' },
  'search.kind': { text: 'Kind', comment: 'Before a list of kinds of results, such as consultations.' },
  'search.unit': 'Unit',
  'search.topic': 'Topic',
  'search.language': 'Language',
  'search.all': { text: 'All', comment: 'First of a list of choices (kinds, units, topics or languages): no choice.' },
  'search.open': { text: 'Open now', comment: 'On a result: people can take part in it now.' },
  'foundKind.page': { text: 'Page', comment: 'What a search result is: an announcement or a page of information.' },
  'foundKind.service': { text: 'Service', comment: 'What a search result is: something that a citizen can get done.' },
  'foundKind.consultation': { text: 'Consultation', comment: 'What a search result is.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof searchTexts> {}
}
