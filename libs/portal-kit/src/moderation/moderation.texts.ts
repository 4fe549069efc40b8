import { texts, type KeysOf } from '@isegoria/texts';

export const reasonTexts = texts({
  'moderation.reason': 'Reason',
  'reason.rule': 'The rule that it breaks',
  'reason.ruleHint': 'Everybody reads it in their own language.',
  'reason.own': 'None of these: I will give the reason below',
  'reason.words': 'In your own words',
  'reason.wordsHint': 'Public, and on record permanently. May be left empty if you choose a rule.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof reasonTexts> {}
}
