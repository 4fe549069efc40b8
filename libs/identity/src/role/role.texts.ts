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
  'changeRole.onRecord': 'This is on the public record, as done by you.',
  'changeRole.until': {
    text: 'Ends after (optional)',
    comment: 'Label of a field for a day, after which a role ends by itself.',
  },
  'changeRole.untilHint': 'The last day, by UTC. Left empty: the role holds until somebody takes it.',
  'changeRole.grant': 'Give the role',
  'changeRole.end': 'Set the end',
  'changeRole.revoke': 'Take the role',
  'field.until.wrong': 'Enter a day that is still to come, such as 2030-12-31, or leave it empty.',
  'roleAllows.official': 'Officials publish pages and consultations, answer questions and publish outcomes.',
  'roleAllows.moderator': 'Moderators decide on statements and hide what breaks the rules.',
  'roleAllows.analyst': 'Analysts take contributions out as files.',
  'roleAllows.auditor': 'Auditors read what the log withholds from the public, to check it.',
  'roleAllows.administrator':
    'Administrators give and take roles. Those of the whole site also set how it names itself and works, and erase ' +
    'accounts on request.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof rolesTexts> {}
}
