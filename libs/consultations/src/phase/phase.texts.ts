import { texts, type KeysOf } from '@isegoria/texts';

export const phaseTexts = texts({
  'phases.title': 'Phases',
  'phases.number': {
    text: 'Phase {number, number}',
    comment: 'The name of a phase without a title.',
  },
  'phases.dates': {
    text: '{from} to {to}',
    comment: 'When a phase is open, by two days such as "3 November 2026".',
  },
  'activities.onThisPage': {
    text: 'On this page',
    comment: 'Above a list of links to what there is to do, or what came out, further down on the page.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof phaseTexts> {}
}
