import { texts, type KeysOf } from '@isegoria/texts';

export const fileTexts = texts({
  'official.file-added': 'Added a file',
  'official.file-withdrawn': 'Withdrew a file',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof fileTexts> {}
}
