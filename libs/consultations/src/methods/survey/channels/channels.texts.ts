import { texts, type KeysOf } from '@isegoria/texts';

export const channelTexts = texts({
  'channels.title': { text: 'Responses without an account', comment: 'Heading above results of a survey that came on paper or by a link.' },
  'channels.lead':
    'Nobody can tell whether the same person responded more than once in these ways, so they are counted apart and are in no other figure.',
  'channel.paper': '{count, plural, one {# response on paper} other {# responses on paper}}',
  'channel.link': '{count, plural, one {# response by a personal link} other {# responses by a personal link}}',
  'channels.responses.paper': { text: 'Responses on paper', comment: 'What is counted, in a file of figures.' },
  'channels.responses.link': { text: 'Responses by a personal link', comment: 'What is counted, in a file of figures.' },
  'channels.figure.paper': { text: 'Answers on paper', comment: 'What is counted, in a file of figures.' },
  'channels.figure.link': { text: 'Answers by a personal link', comment: 'What is counted, in a file of figures.' },
  'channels.meaning.paper': 'One official entered each form, and another one checked it.',
  'channels.meaning.link': 'Each link that an office gave out answers once.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof channelTexts> {}
}
