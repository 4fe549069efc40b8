import { texts, type KeysOf } from '@isegoria/texts';

export const suspensionListTexts = texts({
  'suspensions.title': 'Suspensions',
  'suspensions.lead':
    'The log does not say whose account it is; only administrators see it here. An appeal is decided by somebody other than the ' +
    'person who suspended the account.',
  'suspensions.filter': 'Choose which suspensions are shown',
  'suspensions.state': 'Show',
  'suspensions.state.running': { text: 'In force', comment: 'Suspensions that apply now.' },
  'suspensions.state.appealed': { text: 'With an appeal to be decided', comment: 'Suspensions.' },
  'suspensions.state.ended': { text: 'Ended', comment: 'Suspensions that were ended, or whose time has passed.' },
  'suspensions.count': '{count, plural, =0 {No suspensions} one {# suspension} other {# suspensions}}',
  'suspensions.empty': 'There are no suspensions of this kind.',
  'suspensions.list': 'The suspensions',
  'suspensions.untilDate': { text: 'Suspended until {date}', comment: '{date} is a day with a time.' },
  'suspensions.by': { text: 'Suspended by account {id}', comment: '{id} is eight digits of the number of an account.' },
  'suspensions.by.moderator': { text: 'Suspended by moderator {id}', comment: '{id} is eight digits of the number of an account.' },
  'suspensions.by.administrator': { text: 'Suspended by administrator {id}', comment: '{id} is eight digits of the number of an account.' },
  'suspensions.account': 'The account',
  'suspensions.oneTitle': 'A suspension',
  'suspensions.isRunning': 'in force',
  'suspensions.isOver': 'ended',
  'suspensions.isAppealed': 'appeal to be decided',
  'suspensions.wasGranted': 'appeal granted',
  'suspensions.wasDismissed': 'appeal dismissed',
  'suspensions.appeal': 'The appeal',
  'suspensions.noAppeal': 'Nobody has appealed.',
  'suspensions.says': 'What the person says',
  'suspensions.own': 'You suspended this account. Another person has to decide on the appeal.',
  'suspensions.decisionReason': 'The reason for your decision',
  'suspensions.decisionHint': 'Public, and on record permanently. The person who appealed reads it.',
  'suspensions.grant': 'Grant: end the suspension',
  'suspensions.dismiss': 'Dismiss: the suspension stays',
  'suspensions.end': 'End it early',
  'suspensions.endSend': 'End the suspension now',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof suspensionListTexts> {}
}
