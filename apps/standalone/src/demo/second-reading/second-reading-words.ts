import { airDraft, airSecondDraft, cleanAir } from '../clean-air/clean-air-words';

/** What became of the clean air act goes on here: the same law, open to everybody who looks at the demo. */
export const secondReading = {
  unit: 'environment',
  title: 'The clean air act: second reading',
  summary: 'Vote on the second draft, say what would help you, rank the first grants and comment on the paragraphs.',
  description:
    'The ministry has written a second draft of the clean air act from what you said about the first. Before it goes to parliament, ' +
    'we ask again:\n\n' +
    '- **vote** on whether it should go to parliament as it stands\n' +
    '- **answer questions** on what would help you\n' +
    '- **rank the first grants**; the results are hidden until the end\n' +
    '- **comment on the draft**, paragraph by paragraph\n\n' +
    'All figures in this consultation are made up for the demo.',
  contact: cleanAir.contact,
  decidedBy: cleanAir.decidedBy,
  decidedWhen: 'In the first session after the consultation has closed',
  picture: cleanAir.picture,
} as const;

export const readingMotion = {
  title: 'The second draft should go to parliament as it stands.',
  quorum: 20,
  majority: 'absolute',
  shares: [0.6, 0.3],
} as const;

export const readingSurvey = {
  title: 'What would help you',
  questionnaire: {
    sections: [
      {
        text: 'Up to five questions, about two minutes. What people answered is shown once the survey has closed.',
        questions: [
          {
            id: 'heating',
            kind: 'single',
            text: 'How is your home heated?',
            isRequired: true,
            options: [
              { id: 'gas', text: 'With gas' },
              { id: 'district', text: 'By district heating' },
              { id: 'electric', text: 'With electricity or a heat pump' },
              { id: 'stove', text: 'With a stove for wood or coal' },
            ],
          },
          {
            id: 'stove',
            kind: 'single',
            text: 'What would make you replace the stove?',
            hint: 'Asked of people who heat with a stove.',
            isRequired: false,
            when: { question: 'heating', isAnyOf: ['stove'] },
            options: [
              { id: 'grant', text: 'A grant of half of the cost' },
              { id: 'all', text: 'A grant of the whole cost' },
              { id: 'network', text: 'District heating in my street' },
            ],
          },
          {
            id: 'distance',
            kind: 'number',
            text: 'How many kilometres do you travel on a usual day?',
            isRequired: false,
            atLeast: 0,
            atMost: 500,
          },
          {
            id: 'help',
            kind: 'ranking',
            text: 'What would help you most to drive less?',
            isRequired: false,
            options: [
              { id: 'tickets', text: 'Cheaper tickets' },
              { id: 'paths', text: 'Safe paths for bicycles' },
              { id: 'lines', text: 'More buses in the evening' },
            ],
          },
          { id: 'more', kind: 'long-text', text: 'What else should the ministry know?', isRequired: false, maxLength: 1_000 },
        ],
      },
    ],
  },
} as const;

/** Possible responses, each with how often it is given in a hundred. */
export const readingAnswers = [
  { often: 40, answers: { heating: 'district', distance: 9, help: ['tickets', 'lines', 'paths'] } },
  { often: 30, answers: { heating: 'gas', distance: 24, help: ['lines', 'tickets', 'paths'] } },
  { often: 30, answers: { heating: 'stove', stove: 'all', distance: 31 } },
] as const;

export const readingGrants = {
  title: 'Who should get the first grants?',
  options: [
    'Homes with an old stove and little money',
    'Schools beside busy roads',
    'Towns that set up a low-emission zone',
    'Small firms that replace their vans',
  ],
} as const;

const exception = 'Where there is neither gas nor district heating, such a stove may stay in use until the end of 2035.';

const lastOfStoves = 'Whoever replaces such a stove has a right to a grant of half of the cost.';

/** The second draft, with the exception for stoves that people asked for. */
export const readingDraft = {
  title: 'The second draft',
  exception,
  text: airSecondDraft.changes
    .reduce<string>((text, [before, now]) => text.replace(before, now), airDraft.text)
    .replace(lastOfStoves, `${lastOfStoves}\n\n${exception}`),
} as const;

/** It waits for the answer of the office. */
export const readingAnnotation = {
  paragraph: 'p17',
  words: 'until the end of 2035',
  text: 'Please look again every three years: where gas or district heating has come, the exception can end.',
  supporters: 5,
} as const;
