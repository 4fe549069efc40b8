import { texts, type KeysOf } from '@isegoria/texts';

export const rolesTexts = texts({
  'accounts.held': {
    text: '✓ {role}',
    comment: 'A role that somebody holds.',
  },
  'accounts.heldUntil': '✓ {role}, until {date}',
  'changeRole.title': {
    text: '{role} in {unit}',
    comment: '{role} is the name of a role, {unit} that of a part of the institution.',
  },
  'changeRole.onRecord': 'This is on public record, as done by your account.',
  'changeRole.until': {
    text: 'Ends after (optional)',
    comment: 'Label of a field for a day, after which a role ends by itself.',
  },
  'changeRole.untilHint': 'The last day. If left empty, the role lasts until somebody removes it.',
  'changeRole.grant': 'Give the role',
  'changeRole.end': 'Set the end date',
  'changeRole.revoke': 'Remove the role',
  'field.until.wrong': 'Enter a day that is still to come, such as 2030-12-31, or leave it empty.',
  'roleAllows.official': 'Officials publish pages and consultations, answer questions and publish outcomes.',
  'roleAllows.moderator': 'Moderators decide on contributions and hide what breaks the rules.',
  'roleAllows.analyst': 'Analysts export contributions as files.',
  'roleAllows.auditor': 'Auditors read what the log withholds from the public, to check it.',
  'roleAllows.administrator':
    'Administrators give and remove roles. Administrators of the whole site also set its name and how it works, and erase ' +
    'accounts on request.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof rolesTexts> {}
}
