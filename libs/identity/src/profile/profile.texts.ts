import { texts, type KeysOf } from '@isegoria/texts';

export const profileTexts = texts({
  'profile.title': 'Change your name and language',
  'profile.lead': 'The name is kept encrypted and not published. The language is that of the messages that we send.',
  'profile.send': 'Save',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof profileTexts> {}
}
