/** The units below the root of the demo ministry; what names none is of the root. */
export const units = {
  water: 'Directorate of Water',
  transport: 'Directorate of Transport',
} as const;
export type DemoUnit = keyof typeof units;

export interface DemoPage {
  readonly unit?: DemoUnit;
  readonly title: string;
  readonly body: string;
}

/** What the demo ministry publishes and asks. */
export const announcements: readonly DemoPage[] = [
  {
    unit: 'transport',
    title: 'How we will decide on the new bus network',
    body:
      'From this month everyone can say what the new bus network should look like.\n\n' +
      '- **Until the end of the month** we listen: add statements and vote on those of others.\n- **Then** we publish what people ' +
      'agreed on, and what we will do about it.\n\nEvery vote is counted in the open. You can check with your receipt that yours is in ' +
      'the log.',
  },
  {
    title: 'Public libraries will open on Sundays',
    body:
      'You asked for it in the last consultation: from next quarter the central libraries open on Sundays from 10 to 18.\n\n' +
      'The cost and the staffing plan are published with the decision.',
  },
];

export const information: DemoPage = {
  title: 'How taking part works',
  body:
    '## Who can take part\n\nEveryone with an account. If you have not confirmed your e-mail address, your vote is counted and shown ' +
    'apart.\n\n## What happens to your words\n\nYour words are encrypted under a key of your own. Your votes are recorded under a ' +
    'pseudonym, so that everyone can recount them and nobody can read your name.\n\n## What we owe you\n\n' +
    'An answer: each consultation ends with what you said and what we did.',
};

export const busNetwork = {
  unit: 'transport',
  title: 'What should the new bus network look like?',
  description:
    'The city is redrawing its bus network. Tell us what matters: vote on the statements, and add what is missing.\n\n' +
    'A moderator looks at new statements within two working days.',
  statements: [
    'Buses should run every ten minutes on the main lines, even if some small lines are dropped.',
    'Every district needs a stop within 400 metres, even if buses come less often.',
    'Night buses on Fridays and Saturdays matter more than new day lines.',
    'Bus lanes should replace parking on the main streets.',
    'Fares should be free for everyone under 18.',
    'I would rather pay a little more for a ticket than wait longer.',
    'All new buses should be electric, even if we get fewer of them.',
    'Real-time displays belong at every stop.',
    'Stops must be step-free before any new line opens.',
    'The city should ask drivers before it changes their shifts.',
  ],
} as const;

/** Two currents of opinion with some noise: the chance that each agrees with each statement. */
export const currents = [
  { share: 0.55, agrees: [0.8, 0.25, 0.5, 0.85, 0.7, 0.65, 0.8, 0.75, 0.8, 0.7] },
  { share: 0.45, agrees: [0.25, 0.9, 0.45, 0.15, 0.65, 0.2, 0.35, 0.7, 0.85, 0.75] },
];

export const townHall = {
  title: 'When should the town hall be open late?',
  description: 'One evening a week the town hall stays open until 20:00. Which one suits you?',
  options: ['Monday', 'Tuesday', 'Wednesday', 'Thursday'],
  weights: [0.15, 0.3, 0.2, 0.35],
};

/** Two phases: people say what matters to them, and then choose among plans. */
export const lakeShore = {
  unit: 'water',
  title: 'What should become of the lake shore?',
  description:
    'The old harbour moves away, and its shore becomes public.\n\nFirst we collect what matters to you. ' +
    'Then we draw plans from it, and you choose among them.',
  collecting: {
    title: 'What matters to you',
    statements: [
      'There should be a place to swim that costs nothing.',
      'The reeds must stay as they are, even if less of the shore is open.',
      'A path along the whole shore should be step-free.',
      'Boats should keep a landing place.',
    ],
    agrees: [0.8, 0.55, 0.9, 0.35],
  },
  choosing: {
    title: 'Choose a plan',
    question: 'Which plan should we build?',
    options: ['A bathing place with a lawn', 'A nature shore with a boardwalk', 'A promenade with a landing place'],
  },
} as const;

export const comments = [
  'The 14 has been full every morning since the school moved. Please look at that line first.',
  'Could the draft timetable be published as open data?',
];

export const questions = [
  {
    text: 'Who decides in the end: the council or the ministry?',
    answer:
      'The city council decides. The ministry pays half of the cost and publishes the result of this consultation to the council ' +
      'before it votes.',
  },
  { text: 'Will the drivers of the dropped lines keep their jobs?', answer: undefined },
];

/** About no consultation. */
export const generalQuestion = {
  unit: 'water',
  text: 'Where can I read how clean the lake is?',
  answer: 'On our information pages: we measure every week from May to September, and publish each figure on the same day.',
} as const;

export const libraries = {
  title: 'Should the central libraries open on Sundays?',
  description: 'Opening on Sundays costs about as much as one small branch library.',
  options: ['Yes', 'No', 'Only in winter'],
  weights: [0.7, 0.18, 0.12],
  outcome: {
    youSaid: 'Most of you said yes; some would open in winter only. Those against named the cost.',
    weDid:
      'The central libraries open on Sundays from 10 to 18, for one year at first. The branch libraries keep their budget. We publish ' +
      'visitor numbers every quarter.',
  },
};
