import { texts, type KeysOf } from '@isegoria/texts';

export const methodsTexts = texts({
  'method.unknown': {
    text: 'Activity',
    comment: 'The name of a way of taking part that this site does not know.',
  },
  'method.notShown': 'This site cannot show this activity.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof methodsTexts> {}
}
