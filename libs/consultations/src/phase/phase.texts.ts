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
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof phaseTexts> {}
}
