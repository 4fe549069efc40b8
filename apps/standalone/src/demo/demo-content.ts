import type { DemoCategory } from './categories/demo-categories';

/** The units below the root of the demo ministry; what names none is of the root. */
export const units = {
  water: { name: 'Directorate of Water', names: { fr: 'Direction de l’eau', ar: 'مديرية المياه' } },
  transport: { name: 'Directorate of Transport', names: { fr: 'Direction des transports', ar: 'مديرية النقل' } },
  environment: { name: 'Directorate of the Environment', names: { fr: 'Direction de l’environnement', ar: 'مديرية البيئة' } },
} as const;
export type DemoUnit = keyof typeof units;

export interface DemoPage {
  readonly unit?: DemoUnit;
  readonly about?: readonly DemoCategory[];
  readonly title: string;
  readonly body: string;
  /** How it read at first, where it was corrected since. */
  readonly corrected?: { readonly body: string; readonly note: string };
}

/** What the demo ministry publishes and asks. */
export const announcements: readonly DemoPage[] = [
  {
    unit: 'transport',
    about: ['transport', 'capital'],
    title: 'How we will decide on the new bus network',
    body:
      'Everyone can now say what the new bus network should look like.\n\n' +
      '- **Until the consultation closes** we listen: add statements and vote on those of others.\n- **Then** we publish what people ' +
      'agreed on, and what we will do about it.\n\nEvery vote is counted in the open. You can check with your receipt that yours is in ' +
      'the log.',
  },
  {
    about: ['culture', 'country'],
    title: 'Public libraries will open on Sundays',
    body:
      'You asked for it in the last consultation: from next quarter the central libraries open on Sundays from 10 to 18.\n\n' +
      'The cost and the staffing plan are published with the decision.',
    corrected: {
      body:
        'You asked for it in the last consultation: from next quarter the central libraries open on Sundays from 10 to 16.\n\n' +
        'The cost and the staffing plan are published with the decision.',
      note: 'The libraries close at 18, not at 16: the council decided on the longer hours.',
    },
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
  summary: 'Often or near? Vote on what the new bus network should do first, and add what is missing.',
  contact: 'Directorate of Transport, buses@example.org',
  decidedBy: 'The city council, on a proposal of the Directorate of Transport',
  decidedWhen: 'At its first meeting after the consultation has closed',
  picture: { name: 'bus', alt: 'A bus on a street with a lane of its own, in front of houses' },
  document: {
    name: 'The bus network today',
    lines: [
      'The bus network today',
      'A summary for the consultation. All figures are made up for this demo.',
      '',
      '24 lines, 310 stops, 96 buses.',
      'Nine lines carry seven of every ten passengers.',
      'On main lines a bus comes every 15 minutes, on others every 40.',
      'Two of every three households live within 400 metres of a stop.',
      'One stop in three is step-free.',
      'Of 96 buses, 18 are electric.',
      '',
      'What a change would cost is published with the proposal to the council.',
    ],
  },
  /** How likely each current of opinion is to agree: those who want buses often, and those who want them near. */
  statements: [
    { text: 'Buses should run every ten minutes on the main lines, even if some small lines are dropped.', agrees: [0.94, 0.08] },
    { text: 'Every district needs a stop within 400 metres, even if buses come less often.', agrees: [0.1, 0.94] },
    { text: 'Night buses on Fridays and Saturdays matter more than new day lines.', agrees: [0.5, 0.5] },
    { text: 'Bus lanes should replace parking on the main streets.', agrees: [0.93, 0.07] },
    { text: 'Fares should be free for everyone under 18.', agrees: [0.7, 0.68] },
    { text: 'I would rather pay a little more for a ticket than wait longer.', agrees: [0.88, 0.1] },
    { text: 'All new buses should be electric, even if we get fewer of them.', agrees: [0.9, 0.12] },
    { text: 'Real-time displays belong at every stop.', agrees: [0.84, 0.84] },
    { text: 'Stops must be step-free before any new line opens.', agrees: [0.93, 0.94] },
    { text: 'The city should ask drivers before it changes their shifts.', agrees: [0.78, 0.8] },
    { text: 'Changing once is fine if both buses come often.', agrees: [0.9, 0.1] },
    { text: 'The small lines to the villages must stay, even if they are half empty.', agrees: [0.1, 0.92] },
    { text: 'Two express lines across the city are worth more than five slow ones.', agrees: [0.92, 0.08] },
    { text: 'Money for new buses should first go to the districts that have none.', agrees: [0.08, 0.9] },
  ],
} as const;

/** The share of people in the first of two currents of opinion. */
export const firstCurrent = 0.55;

export const townHall = {
  title: 'When should the town hall be open late?',
  description: 'One evening a week the town hall stays open until 20:00. Which one suits you?',
  summary: 'One evening a week until 20:00: choose the day that suits you.',
  contact: 'The office of the town hall, townhall@example.org',
  decidedBy: 'The ministry',
  decidedWhen: 'Within two weeks of the end',
  picture: { name: 'townHall', alt: 'A town hall in the evening with light in its windows' },
  options: ['Monday', 'Tuesday', 'Wednesday', 'Thursday'],
  weights: [0.15, 0.3, 0.2, 0.35],
} as const;

/** Two phases: people say what matters to them, and then choose among plans. */
export const lakeShore = {
  unit: 'water',
  title: 'What should become of the lake shore?',
  description:
    'The old harbour moves away, and its shore becomes public.\n\nFirst we collect what matters to you. ' +
    'Then we draw plans from it, and you choose among them.',
  summary: 'The old harbour becomes public. Say what its shore should be, and then choose among the plans.',
  contact: 'Directorate of Water, lake@example.org',
  decidedBy: 'The ministry, with the city council',
  decidedWhen: 'Two months after the second phase',
  picture: { name: 'lake', alt: 'A lake with reeds, a sailing boat and a landing place' },
  collecting: {
    title: 'What matters to you',
    statements: [
      { text: 'There should be a place to swim that costs nothing.', agrees: [0.8] },
      { text: 'The reeds must stay as they are, even if less of the shore is open.', agrees: [0.55] },
      { text: 'A path along the whole shore should be step-free.', agrees: [0.9] },
      { text: 'Boats should keep a landing place.', agrees: [0.35] },
    ],
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
  answer:
    'On a board at each landing place: we measure every week from May to September, and put up each figure on the same day. You can also ' +
    'ask the Directorate of Water for all figures at lake@example.org.',
} as const;

export const libraries = {
  title: 'Should the central libraries open on Sundays?',
  summary: 'Should the central libraries open on Sundays, for about the cost of one small branch?',
  contact: 'The library service, libraries@example.org',
  decidedBy: 'The ministry',
  decidedWhen: 'Decided: see what the consultation led to',
  picture: { name: 'library', alt: 'Shelves of books under a lamp' },
  description: 'Opening on Sundays costs about as much as one small branch library.',
  options: ['Yes', 'No', 'Only in winter'],
  weights: [0.7, 0.18, 0.12],
  closing: 'The budget for next year is decided this week, and needs what you said.',
  outcome: {
    youSaid: 'Most of you said yes; some would open in winter only. Those against named the cost.',
    weDid:
      'The central libraries open on Sundays from 10 to 18, for one year at first. The branch libraries keep their budget. We publish ' +
      'visitor numbers every quarter.',
  },
  /** Was promised with the decision, and has not come: everybody sees what becomes of a promise that is not kept. */
  late: {
    title: 'Cost and staffing plan',
    text: 'What a Sunday costs and who works then, to be published with the decision.',
    responsible: 'Library service',
  },
} as const;
