import { texts, type KeysOf } from '@isegoria/texts';

export const profileTexts = texts({
  'profile.title': 'Change your name, language and time zone',
  'profile.lead': 'The name is kept encrypted and not published. The language is used for the messages that we send you.',
  'profile.language': 'Language of the messages that we send you',
  'profile.send': 'Save',
  'field.timeZone': 'Time zone',
  'field.timeZone.hint': 'Times are shown to you in this zone. In the office they are in that of the site.',
  'field.timeZone.wrong': 'Choose a time zone from the list.',
  'timeZone.ofSite': {
    text: 'As on this site ({zone})',
    comment: 'The first choice in a list of time zones. {zone} is a name such as "UTC" or "Europe/Paris".',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof profileTexts> {}
}
