import { texts, type KeysOf } from '@isegoria/texts';

export const optionsTexts = texts({
  'field.options': 'Options',
  'field.options.wrong': 'Write at least two different options, each on a line of its own.',
  'votes.nobody': {
    text: 'Nobody who is counted has voted yet.',
    comment: 'In place of the outcome of a vote that is open.',
  },
  'votes.nobody.closed': {
    text: 'Nobody who is counted voted.',
    comment: 'In place of the outcome of a vote that is closed.',
  },
  'lots.title': 'What happens in a tie',
  'lots.later':
    'If there is a tie, the lot decides. Lots are drawn when the consultation is published, and everybody sees their order here.',
  'lots.order':
    'If there is a tie, the lot decides. Lots were drawn at random when the consultation was published, in this order, in which the ' +
    'earlier option prevails:',
  'lots.orderWithoutSeed': {
    text: 'If there is a tie, the lot decides. The order was fixed before the vote began, and the earlier option prevails:',
    comment: 'Of votes from before lots were drawn at random.',
  },
  'lots.drawn': {
    text: 'The lots were drawn before the vote began, in this order, in which the earlier option prevails: {lots}.',
    comment: 'Beside an outcome that lots decided. {lots} is a list of all options.',
  },
  'lots.check': {
    text:
      'Anybody can check the order: take the SHA-256 of the characters below, a colon and the number of an option as it was drafted. ' +
      'The options come in the order of the results.',
    comment: 'The characters are a random number and the identifier of the vote. SHA-256 is a way of computing a fingerprint of a text.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof optionsTexts> {}
}
