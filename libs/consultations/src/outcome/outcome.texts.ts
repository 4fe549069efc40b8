import { texts, type KeysOf } from '@isegoria/texts';

export const outcomeTexts = texts({
  'outcome.title': 'What came of it',
  'outcome.youSaid': {
    text: 'You said',
    comment: 'Heading above what people said; "We did" stands beside it.',
  },
  'outcome.weDid': {
    text: 'We did',
    comment: 'Heading above what the institution did about it; "You said" stands beside it.',
  },
  'outcome.published': 'Published on',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof outcomeTexts> {}
}
