import { texts, type KeysOf } from '@isegoria/texts';

export const pollTexts = texts({
  'poll.vote': 'Your choice',
  'poll.title': 'The options',
  'poll.chooseOne': 'Choose one option',
  'poll.chooseSeveral': 'Choose as many options as you like',
  'poll.cast': 'Cast your ballot',
  'poll.change': 'Change your ballot',
  'poll.changeable': 'Your ballot stands as marked. You can change it until the poll closes; the last one counts.',
  'poll.yours': 'Your choice',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof pollTexts> {}
}
