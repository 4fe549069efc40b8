import { texts, type KeysOf } from '@isegoria/texts';

export const ballotsTexts = texts({
  'ballots.title': 'Ballots',
  'ballots.lead':
    'Leave out only what the published rules exclude, such as ballots cast by a program. An excluded ballot stays in the ' +
    'log, is counted as excluded, and the reason is public. The person is told, and the ballot can be put back.',
  'ballots.activities': 'Ballots of each activity',
  'ballots.exclude': 'Leave a ballot out of the counts',
  'ballots.voter': 'Pseudonym',
  'ballots.voterHint': 'As shown below or in the log: 32 digits and letters from a to f.',
  'ballots.excluded': {
    text: 'Left out of the counts',
    comment: 'The state of a ballot that is not counted.',
  },
  'ballots.noneExcluded': 'Every ballot counts.',
  'ballots.reinstate': 'Let it count again',
  'ballots.all': 'All ballots',
  'ballots.none': 'Nobody has voted yet.',
  'ballots.noneSuch': 'No ballots match.',
  'ballots.choose': {
    text: 'Choose ballot',
    comment: 'Before a pseudonym, the label of a checkbox.',
  },
  'ballots.excludeChosen': 'Leave the chosen ballots out',
  'ballots.nothingChosen': 'Choose at least one ballot.',
  'ballots.needsReason': 'Give a reason. Everybody can read it.',
  'ballots.someRefused':
    '{done, plural, =0 {No ballot was left out} one {# ballot was left out} other {# ballots were left out}}, ' +
    '{refused, plural, one {# was not. The reason is beside it.} other {# were not. The reason is beside each.}}',
  'ballots.order': 'Order of the ballots',
  'ballots.order.voter': 'By pseudonym',
  'ballots.order.pace': 'Quickest first',
  'ballots.order.same': 'Most alike first',
  'ballots.onlySame': 'Only ballots that give the same answers',
  'ballots.onlyOrigin': 'Only ballots from one class of networks',
  'ballots.showAll': 'Show all ballots',
  'ballots.firstDay': 'First vote on {date}',
  'ballots.votes': '{count, plural, one {# vote} other {# votes}}',
  'ballots.pace': '{pace} votes a minute; the shortest time between two was {seconds} s',
  'ballots.pause': 'The shortest time between two votes was {seconds} s',
  'ballots.same':
    '{answers, plural, one {# answer} other {# answers}}, the same as in {count, plural, one {# other ballot} other {# other ballots}}',
  'ballots.origin':
    'Cast from the same class of networks and kind of device as {count, plural, one {# other ballot} other {# other ballots}}',
  'evidence.title': 'What may point to a program',
  'evidence.lead':
    'None of this proves anything. People who agree answer alike, people who know the subject are quick, and a school, a library or ' +
    'a mobile network is one class of networks.',
  'evidence.alike': 'Same answers',
  'evidence.alikeHint':
    'Ballots of this consultation that give the same answers to the same questions, at least {count, plural, one {# answer} ' +
    'other {# answers}}.',
  'evidence.noneAlike': 'No two ballots are alike.',
  'evidence.group': '{ballots, plural, one {# ballot} other {# ballots}} with the same {answers, plural, one {# answer} other {# answers}}',
  'evidence.oneIn': 'If each answer were independent of the others, one ballot in {count} would give these answers.',
  'evidence.rare':
    'If each answer were independent of the others, fewer than one ballot in {count} would give these answers.',
  'evidence.origin': 'Same class of networks',
  'evidence.originHint': {
    text:
      'Neighbouring networks together with the kind of device, if at least {least} ballots came from them. Kept for {days} days, ' +
      'apart from the log; no address is kept.',
    comment: '{least} and {days} are numbers, 5 and 30.',
  },
  'evidence.noneOrigin': 'No class of networks has so many ballots.',
  'evidence.class': '{count, plural, one {# ballot} other {# ballots}} from one class of networks and one kind of device',
  'ballots.mine': 'A moderator has left your ballot out of the counts. The reason given:',
  'ballots.appeal': 'It stays in the log, and a moderator can put it back. If you think this is a mistake, contact the ministry.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof ballotsTexts> {}
}
