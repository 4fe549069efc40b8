import { texts, type KeysOf } from '@isegoria/texts';

export const responseTexts = texts({
  'exportContents.responses': 'Responses to a survey, under pseudonyms',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof responseTexts> {}
}
