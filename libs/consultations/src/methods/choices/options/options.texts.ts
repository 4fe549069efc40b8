import { texts, type KeysOf } from '@isegoria/texts';

export const optionsTexts = texts({
  'field.options': 'Options',
  'field.options.wrong': 'Write at least two different options, each on a line of its own.',
  'lots.title': 'What happens in a tie',
  'lots.order':
    'If there is a tie, the lot decides. Lots were drawn before the vote began, in this order, in which the earlier option prevails:',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof optionsTexts> {}
}
