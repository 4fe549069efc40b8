import { texts, type KeysOf } from '@isegoria/texts';

export const startTexts = texts({
  'start.title': 'Have your say. See what comes of it.',
  'start.lead': 'The ministry asks, listens, decides in the open and answers. Anybody can recount the contributions, including yours.',
  'start.takePart': 'Take part',
  'start.howItWorks': 'How it can be checked',
  'start.topics': { text: 'Find your way', comment: 'Heading above the main pages of the site of a ministry.' },
  'start.open': 'Open now',
  'start.nothingOpen': 'No consultation is open at the moment.',
  'start.decidedBelow': 'You can read earlier decisions below.',
  'start.allConsultations': 'All consultations',
  'start.allOfThese': {
    text: 'See all of these',
    comment: 'On a link beside “Opening soon” or “Closed, outcome to come”, above some of them.',
  },
  'start.decided': 'You said, we did',
  'start.nothingDecided': 'No outcomes have been published yet. They will appear here, with what was done and what was not.',
  'start.allDecided': 'All outcomes',
  'start.allAnnouncements': 'All announcements',
  'start.answered': 'Recently answered',
  'start.allQuestions': 'All questions',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof startTexts> {}
}
