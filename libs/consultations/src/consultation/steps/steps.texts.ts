import { texts, type KeysOf } from '@isegoria/texts';

export const stepsTexts = texts({
  'steps.label': {
    text: 'Steps of this consultation',
    comment: 'What a screen reader calls the row of links: take part, comments, questions, results.',
  },
  'steps.takePart': {
    text: 'Take part',
    comment: 'The first of the steps of a consultation, while it is open; after it come comments, questions and results.',
  },
  'steps.about': {
    text: 'About',
    comment: 'The first of the steps of a consultation that is not open: what it is about.',
  },
  'steps.done': {
    text: 'done',
    comment: 'Said beside the name of a step, by screen readers only.',
  },
  'steps.next': {
    text: 'Next: {step}',
    comment: 'A button. {step} is the name of the next page of a consultation, such as "Comments" or "Results".',
  },
  'steps.title': {
    text: '{step}: {title}',
    comment: 'Title of a page. {step} is "Comments" or "Questions", {title} the title of the consultation that they are about.',
  },
  'featured.takePart': {
    text: 'Take part in this consultation',
    comment: 'The button on the start page below the consultation that is put first.',
  },
  'steps.readAll': {
    text: 'Read the whole description',
    comment: 'Opens the rest of a long text about a consultation.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof stepsTexts> {}
}
