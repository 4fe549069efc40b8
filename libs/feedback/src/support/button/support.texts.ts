import { texts, type KeysOf } from '@isegoria/texts';

export const supportTexts = texts({
  'support.give': {
    text: 'Support',
    comment: 'A button beside a comment or a question of somebody else, and a link for those who are not signed in.',
  },
  'support.given': {
    text: 'Supported',
    comment: 'The same button once it was pressed; pressing it again takes the support back.',
  },
  'support.of': {
    text: 'Support what {name} wrote',
    comment: 'The name of a button for those who do not see it.',
  },
  'support.givenOf': {
    text: 'Supported: what {name} wrote',
    comment: 'The name of the same button once it was pressed, for those who do not see it; it begins with the words that it shows.',
  },
  'support.done': 'Thank you. Your support is recorded.',
  'support.undone': 'Your support is taken back.',
  'support.count': '{count, plural, =0 {Nobody supports this yet} one {# person supports this} other {# people support this}}',
  'support.beside': {
    text: '{count, plural, one {# more, not counted in the headline figures} other {# more, not counted in the headline figures}}',
    comment: 'After how many people support something: those who are not among them, such as people without a confirmed e-mail address.',
  },
  'sort.newest': {
    text: 'Newest first',
    comment: 'A choice of the order of a list.',
  },
  'sort.supported': {
    text: 'Most supported first',
    comment: 'A choice of the order of a list.',
  },
  'sort.order': {
    text: 'Order',
    comment: 'The name of the two links with which the order of a list is chosen.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof supportTexts> {}
}
