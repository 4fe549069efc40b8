import { texts, type KeysOf } from '@isegoria/texts';

export const ballotsTexts = texts({
  'ballots.title': 'Ballots',
  'ballots.lead':
    'Leave out only what the published rules exclude, such as ballots cast by a program. An excluded ballot stays in the log, is ' +
    'counted as excluded, and its reason is public. The person is told, and it can be put back.',
  'ballots.activities': 'Ballots of each activity',
  'ballots.exclude': 'Leave a ballot out of the counts',
  'ballots.voter': 'Pseudonym',
  'ballots.voterHint': 'As it stands below or in the log: 32 digits and letters from a to f.',
  'ballots.excluded': {
    text: 'Left out of the counts',
    comment: 'The state of a ballot that is not counted.',
  },
  'ballots.noneExcluded': 'Every ballot counts.',
  'ballots.reinstate': 'Let it count again',
  'ballots.all': 'All ballots',
  'ballots.none': 'Nobody has voted yet.',
  'ballots.firstDay': 'First vote',
  'ballots.votes': 'Votes',
  'ballots.state': 'Counted?',
  'ballots.counts': {
    text: 'Counted',
    comment: 'The state of a ballot that is counted.',
  },
  'ballots.chooseThis': 'Leave out',
  'ballots.mine': 'A moderator has left your ballot out of the counts. The reason that was given:',
  'ballots.appeal': 'It stays in the log, and a moderator can put it back. If you think this is a mistake, ask the ministry.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof ballotsTexts> {}
}
