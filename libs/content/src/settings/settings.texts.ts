import { texts, type KeysOf } from '@isegoria/texts';

export const settingsTexts = texts({
  'settings.title': 'Settings',
  'settings.lead':
    'These settings apply to every page. Every change is public and stays in the log, so do not enter the address or name ' +
    'of a person.',
  'settings.institution': {
    text: 'Name of the institution in {language}',
    comment: '{language} is the name of a language as within a sentence.',
  },
  'settings.institutionHint': 'If left empty: the name in another language, or the name with which the site was installed.',
  'settings.contactEmail': 'Public contact address (e-mail)',
  'settings.contactHint': 'An address of the institution, shown at the foot of every page. May be left empty.',
  'settings.notice': {
    text: 'Notice in {language}',
    comment: '{language} is the name of a language as within a sentence.',
  },
  'settings.noticeHint':
    'Plain text at the top of every page, for as long as it is here. If only one language is filled in, everybody sees ' + 'that one.',
  'settings.contributionsPerPerson': 'Statements, annotations, comments and questions from one person',
  'settings.contributionsHint':
    'How many of each a person may add to one consultation, and how many questions a person may ask the ministry in a month. If left ' +
    'empty: {most, number}.',
  'settings.editMinutes': 'Minutes in which people may change what they sent',
  'settings.editMinutesHint':
    'How long after sending it a person may still change a statement, annotation, comment or question. If left empty: ' +
    '{minutes, number}.',
  'settings.answerWithinDays': 'Days within which a consultation is answered',
  'settings.answerWithinDaysHint':
    'Counted from its end, and suggested for each new consultation; officials may change it there. If left empty: {days, number}.',
  'settings.secondFactor': 'Roles of staff count',
  'settings.secondFactorNeeded': 'only after a sign-in with a second factor',
  'settings.secondFactorFree': 'after any sign-in',
  'settings.timeZone': 'Time zone of the site',
  'settings.timeZoneHint': 'Times are shown in this zone, and officials type them in it. People may choose another one for themselves.',
  'settings.zoneAsInstalled': {
    text: 'As the site was installed ({zone})',
    comment: '{zone} is the name of a time zone, such as Africa/Cairo.',
  },
  'settings.colour': 'Colour of buttons and links',
  'settings.colourHint':
    'A code such as #0b5c6b. White words must be readable on it; dark screens use a lighter shade of it. If left empty: petrol.',
  'settings.crest': {
    text: 'Crest or logo',
    comment: 'The emblem of the institution, in the place of a drawing at the top of every page.',
  },
  'settings.chooseCrest': 'Choose a crest or logo',
  'settings.crestHint': {
    text:
      'JPEG, PNG or WebP, at most {megabytes, number} MB; best a PNG without background and 400 pixels wide or high. It stands beside ' +
      'the name at the top of every page. If there is none: the drawing of an assembly.',
    comment: 'MB: megabytes.',
  },
  'settings.crestAlt': 'What the crest or logo shows',
  'settings.crestAltHint': 'One sentence, for people who cannot see it, where it stands without the name. Needed if there is one.',
  'settings.save': 'Save the settings',
  'field.institution.wrong': 'Enter a name of at most {max, number} characters, or leave it empty.',
  'field.notice.wrong': 'Enter a notice of at most {max, number} characters, or leave it empty.',
  'field.contributionsPerPerson.wrong': 'Enter a whole number from 1 to {max, number}, or leave it empty.',
  'field.editMinutes.wrong': 'Enter a whole number of minutes from 1 to {max, number}, or leave it empty.',
  'field.colour.wrong': 'Enter a colour as # and six digits from 0 to 9 or a to f, such as #0b5c6b, or leave it empty.',
  'official.settings-changed': 'Changed the settings of the platform',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof settingsTexts> {}
}
