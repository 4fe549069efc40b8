import { texts, type KeysOf } from '@isegoria/texts';

export const themesTexts = texts({
  'themes.title': { text: 'Themes and answers', comment: 'Title of a page: what people said, by theme, with the answers to it.' },
  'themes.lead':
    'What people said here, put together by the ministry where it has much in common, with what it answers to all of them at once.',
  'themes.none': 'The ministry has answered nothing by theme here yet.',
  'themes.link': {
    text: '{count, plural, one {Read # theme with its answer} other {Read # themes with their answers}}',
    comment: 'A link to what people said in a consultation, by theme.',
  },
  'themes.said': { text: 'Read what they said', comment: 'A link to the contributions that have one answer under a theme.' },
  'themes.answer': { text: 'The answer', comment: 'Heading of an official answer under a theme.' },
  'themes.statements': {
    text: '{count, plural, one {# statement} other {# statements}}',
    comment: 'How many statements have one answer under a theme.',
  },
  'themes.annotations': {
    text: '{count, plural, one {# annotation} other {# annotations}}',
    comment: 'How many annotations of a draft law have one answer under a theme.',
  },
  'themes.texts': {
    text: '{count, plural, one {# text from the survey} other {# texts from the survey}}',
    comment: 'How many texts that people wrote in a survey have one answer under a theme.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof themesTexts> {}
}
