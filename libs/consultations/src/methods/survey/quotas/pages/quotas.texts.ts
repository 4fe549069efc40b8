import { texts, type KeysOf } from '@isegoria/texts';

export const quotasTexts = texts({
  'quota.field': 'Quotas',
  'quota.hint':
    'Count only so many responses with an answer, so that no group outweighs the others. One per line: the answer as above, a colon and ' +
    'a number from {least, number} to {most, number}, such as “By bus: 200”. Leave empty for no quotas. Every ' +
    'response is taken; nobody learns which are beyond a quota until the survey has closed. Where a response is left out or changed, the ' +
    'next one is counted. Quotas cannot be changed once it is open.',
  'quota.wrong':
    'Write one quota per line: an answer exactly as above, a colon and a number from 10 to 10,000. Each answer may stand here once, and ' +
    'all quotas of a survey together have at most 50,000 places.',
  'quota.some': {
    text:
      'Of the responses that say “{option}”, at most {most, number} are counted, in the order in which they arrive. Once the survey has ' +
      'closed, you are told whether yours is counted.',
    comment: 'Below a question of a survey. {option} is one of its answers.',
  },
  'quota.onceConfirmed': 'Your response counts, and can have a place, only once you have confirmed who you are.',
  'quota.onPaper': {
    text: 'Of the responses that say “{option}”, at most {most, number} are counted, in the order in which they are entered.',
    comment: 'Below a question of a survey on paper. {option} is one of its answers.',
  },
  'quota.beyond': {
    text:
      '{count, plural, one {No place was left for the answers of # response. It is kept and not counted.} other {No place was left for ' +
      'the answers of # responses. They are kept and not counted.}}',
    comment: 'On the page of results of a survey that counts only a certain number of responses with some answers.',
  },
  'quota.mine': 'Enough people who answer as you do were counted before you. Your response is kept and not counted.',
  'quota.wasFull': {
    text:
      'A quota of your answers was full when it was the turn of your response. It is kept and not counted, even if a place became free ' +
      'afterwards.',
    comment: 'In surveys that were drafted under an earlier rule, by which a place that becomes free is for whoever responds next.',
  },
  'quota.kept': {
    text: 'Your response is kept, and not counted: the quota was full.',
    comment: 'Where people see what they contributed, and what a receipt is for.',
  },
  'quota.ofReceipt':
    'This survey counts only a certain number of responses with some answers. Sign in, or open your personal link, to see whether yours ' +
    'is counted, once the survey has closed: nobody else is told.',
  'quota.fixed':
    'Quotas cannot be changed now that the survey is open: people who responded were told beforehand how many responses are counted.',
  'quota.paperBeyond':
    'Both officials have confirmed this form. No place was left for its answers: it is kept and not counted.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof quotasTexts> {}
}
