import { texts, type KeysOf } from '@isegoria/texts';

export const shareTexts = texts({
  'share.link': {
    text: 'Share',
    comment: 'A link to what somebody wrote, to be copied or sent to others; on a phone it opens the sheet with which things are shared.',
  },
  'share.of': {
    text: 'Share what {name} wrote',
    comment: 'The name of the same link for those who do not see it.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof shareTexts> {}
}
