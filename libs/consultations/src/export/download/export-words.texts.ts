import { texts, type KeysOf } from '@isegoria/texts';

const comment = 'In a column of a table of contributions, beside the code.';

export const exportWordsTexts = texts({
  'exportWord.status.shown': { text: 'Shown', comment },
  'exportWord.status.hidden': { text: 'Hidden by a moderator', comment },
  'exportWord.status.withdrawn': { text: 'Withdrawn by its author', comment },
  'exportWord.status.open': { text: 'Not answered yet', comment },
  'exportWord.status.answered': { text: 'Answered', comment },
  'exportWord.status.pending': { text: 'Waiting for a moderator', comment },
  'exportWord.status.accepted': { text: 'Published', comment },
  'exportWord.status.rejected': { text: 'Not published', comment },
  'exportWord.status.late': { text: 'Too late, not counted', comment },
  'exportWord.status.counted': { text: 'Counted', comment },
  'exportWord.status.received': { text: 'Received; whether it is counted is told once this closes', comment },
  'exportWord.status.beyondQuota': { text: 'Beyond a quota, not counted', comment },
  'exportWord.status.belowLevel': { text: 'Below the level that is counted, shown beside the figures', comment },
  'exportWord.status.unopened': { text: 'Counted once the vote closes; what it says is hidden until then', comment },
  'exportWord.status.excluded': { text: 'Left out by a moderator', comment },
  'exportWord.status.test': { text: 'Test, not counted', comment },
  'exportWord.text_status.given': { text: 'In this file', comment },
  'exportWord.text_status.withheld': { text: 'Not public', comment },
  'exportWord.text_status.erased': { text: 'Erased', comment },
  'exportWord.choice.agree': { text: 'Agree', comment },
  'exportWord.choice.disagree': { text: 'Disagree', comment },
  'exportWord.choice.pass': { text: 'Pass', comment },
  'exportWord.vote.yes': { text: 'Yes', comment },
  'exportWord.vote.no': { text: 'No', comment },
  'exportWord.vote.abstain': { text: 'Abstain', comment },
  'exportWord.assurance.anonymous': { text: 'Anonymous', comment },
  'exportWord.assurance.email': { text: 'E-mail confirmed', comment },
  'exportWord.assurance.attested': { text: 'Attested by an office', comment },
  'exportWord.assurance.register': { text: 'Found in a register', comment },
  'exportWord.assurance.eid': { text: 'Electronic identity', comment },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof exportWordsTexts> {}
}
