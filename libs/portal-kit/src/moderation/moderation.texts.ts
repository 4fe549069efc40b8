import { texts, type KeysOf } from '@isegoria/texts';

export const reasonTexts = texts({
  'moderation.reason': 'Reason',
  'reason.rule': 'The rule that it breaks',
  'reason.ruleHint': 'Everybody reads it in their own language.',
  'reason.own': 'None of these: I will give the reason below',
  'reason.words': 'In your own words',
  'reason.wordsHint': 'Public, and on record permanently. May be left empty if you choose a rule.',
  'decide.changedMeanwhile': {
    text: 'Somebody else changed this or decided on it after you opened the page. Your decision on it was not recorded.',
    comment: 'Beside one of several entries that were decided on at once.',
  },
  'standing.until': { text: 'This account is suspended until', comment: 'A day and a time follow.' },
  'standing.orderedBy': { text: 'Suspended by', comment: 'What follows after a colon: “a moderator” or “an administrator”.' },
  'standing.appealed': 'The person has appealed.',
  'standing.oneAtATime': 'An account has one suspension at a time. To change it, end this one and order another.',
  'standing.see': 'See the suspension',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof reasonTexts> {}
}
