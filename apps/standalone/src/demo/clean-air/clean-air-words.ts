import type { DemoStatement } from '../demo-voices';

/** One process from its first question to what was done: a survey, a ranked vote, a motion, a draft law and a deliberation on one law. */
export const cleanAir = {
  unit: 'environment',
  title: 'What should the clean air act say?',
  summary: 'What people answered, ranked and wrote to the draft law, what the ministry made of it, and what has been done since.',
  description:
    'Air in our towns is cleaner than it was, and still makes people ill. The ministry is preparing a clean air act.\n\n' +
    'There are five ways to take part, each takes a few minutes:\n\n' +
    '- **answer questions** about the air where you live\n' +
    '- **rank five measures** by how much you want them\n' +
    '- **vote yes or no** on where the limit should stand\n' +
    '- **comment on the draft**, paragraph by paragraph\n' +
    '- **vote on statements**, and add your own\n\n' +
    'All figures in this consultation are made up for the demo.',
  contact: 'Directorate of the Environment, air@example.org',
  decidedBy: 'Parliament, on a proposal of the ministry',
  decidedWhen: 'In the session after the consultation has closed',
  picture: { name: 'town', alt: 'A town under a clear sky, with trees, wind wheels and a bicycle' },
} as const;

export const airSurvey = {
  title: 'The air where you live',
  questionnaire: {
    sections: [
      {
        title: 'Your surroundings',
        text: 'Five questions, about three minutes. Nobody sees your answers beside your name.',
        questions: [
          {
            id: 'quality',
            kind: 'scale',
            text: 'How good is the air where you live?',
            isRequired: true,
            scale: { style: 'numbers', from: 1, to: 5, fromLabel: 'Very bad', toLabel: 'Very good' },
          },
          {
            id: 'source',
            kind: 'single',
            text: 'What bothers you most?',
            isRequired: true,
            hasOther: true,
            options: [
              { id: 'traffic', text: 'Road traffic' },
              { id: 'heating', text: 'Wood and coal stoves' },
              { id: 'industry', text: 'Industry and harbours' },
              { id: 'nothing', text: 'Nothing' },
            ],
          },
        ],
      },
      {
        title: 'Getting about',
        questions: [
          {
            id: 'means',
            kind: 'multiple',
            text: 'How do you get about in a usual week?',
            isRequired: false,
            options: [
              { id: 'walk', text: 'On foot' },
              { id: 'bike', text: 'By bicycle' },
              { id: 'transit', text: 'By bus, tram or train' },
              { id: 'car', text: 'By car' },
            ],
          },
          {
            id: 'electric',
            kind: 'single',
            text: 'Would you change to an electric car within five years?',
            hint: 'Asked of people who drive.',
            isRequired: false,
            when: { question: 'means', isAnyOf: ['car'] },
            options: [
              { id: 'yes', text: 'Yes' },
              { id: 'price', text: 'If it cost less' },
              { id: 'no', text: 'No' },
            ],
          },
          {
            id: 'wish',
            kind: 'long-text',
            text: 'What should the act do first?',
            isRequired: false,
            maxLength: 1_000,
          },
        ],
      },
    ],
  },
} as const;

/** Possible responses, each with how often it is given in a hundred. */
export const airAnswers = [
  { often: 34, answers: { quality: 2, source: 'traffic', means: ['transit', 'walk'] } },
  { often: 26, answers: { quality: 3, source: 'traffic', means: ['car'], electric: 'price' } },
  { often: 22, answers: { quality: 4, source: 'heating', means: ['bike', 'walk'] } },
  { often: 18, answers: { quality: 5, source: 'nothing', means: ['car', 'walk'], electric: 'no' } },
] as const;

export const airMeasures = {
  title: 'Which measures first?',
  options: [
    'A low-emission zone in every large town',
    'Cheaper buses and trains',
    'A grant for replacing old stoves',
    'Shore power for ships in harbour',
    'More measuring stations, with figures in the open',
  ],
} as const;

export const airMotion = {
  title: 'The limit for fine dust should stand in the act itself, so that only parliament can change it.',
  quorum: 30,
  majority: 'two-thirds',
  /** The shares of yes and no; the others abstain. */
  shares: [0.76, 0.16],
} as const;

export const airTalk = {
  title: 'What matters to you',
  statements: [
    { text: 'Children should breathe clean air on every way to school, even if some streets close to cars.', agrees: [0.86, 0.42] },
    { text: 'Old cars should stay allowed for people who cannot afford a new one.', agrees: [0.3, 0.88] },
    { text: 'Every measuring station should publish its figures within the hour.', agrees: [0.92, 0.9] },
    { text: 'Whoever heats with wood needs ten years to change.', agrees: [0.2, 0.74] },
  ] satisfies readonly DemoStatement[],
} as const;

export const airDraft = {
  title: 'The draft of the act',
  text: [
    '# Purpose',
    'This act protects people from polluted air, first of all children, the old and the ill.',
    'It applies to the air outside, wherever people live, learn and work.',
    '# Limits',
    'On no day may the air in a town have more than 25 micrograms of fine dust in a cubic metre.',
    'The ministry lowers the limit by one microgram a year until it is 15.',
    '# Measuring',
    'There is a measuring station in every town with more than 20,000 people.',
    'Its figures are published within one day, so that anybody can read and reuse them.',
    '# Low-emission zones',
    'A town where the limit is exceeded on more than 18 days a year sets up a low-emission zone.',
    'Vehicles that serve people with disabilities, and emergency services, may enter every zone.',
    '# Stoves',
    'Stoves for wood and coal that were built before 1995 are taken out of use by the end of 2030.',
    'Whoever replaces such a stove has a right to a grant of half of the cost.',
    '# Entry into force',
    'This act enters into force on the first day of the year after it is published.',
  ].join('\n\n'),
} as const;

/** What the ministry makes of the draft once people have written to it. */
export const airSecondDraft = {
  reason: 'Many of you asked for a lower limit and for stations in smaller towns. This version follows both.',
  /** What paragraphs said, and what stands in their place. */
  changes: [
    [
      'On no day may the air in a town have more than 25 micrograms of fine dust in a cubic metre.',
      'On no day may the air in a town have more than 25 micrograms of fine dust in a cubic metre, and after five years no more than 20.',
    ],
    [
      'There is a measuring station in every town with more than 20,000 people.',
      'There is a measuring station in every town with more than 10,000 people.',
    ],
    [
      'Its figures are published within one day, so that anybody can read and reuse them.',
      'Its figures are published within one day, so that anybody can read and reuse them.\n\n' +
        'The ministry reports to parliament every year on the air of every town.',
    ],
  ],
  /** The places among what people wrote of what it follows. */
  follows: [0, 1],
} as const;

/** What people write to paragraphs of the draft, how many support it, and what the office answers. */
export const airAnnotations = [
  {
    paragraph: 'p5',
    words: '25 micrograms',
    text: 'Why 25 and not 20? Doctors have asked for the lower limit for years.',
    supporters: 14,
    answer: {
      stance: 'partly',
      text: 'The limit starts at 25, so that towns have time to act, and falls to 20 within five years. We will say so in this paragraph.',
    },
  },
  {
    paragraph: 'p8',
    words: '20,000 people',
    replaces: true,
    text: '10,000 people',
    supporters: 9,
    answer: { stance: 'accepted', text: 'Smaller towns have busy roads too. The next version of the draft says 10,000.' },
  },
  {
    paragraph: 'p14',
    text: 'Where there is no gas and no district heating, an old stove is all there is. Please make an exception.',
    supporters: 6,
    answer: undefined,
  },
] as const;
