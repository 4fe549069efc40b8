import { texts, type KeysOf } from '@isegoria/texts';

export const templateTexts = texts({
  'template.title': { text: 'Templates', comment: 'Of consultations: what an office begins a draft with.' },
  'template.lead': 'Begin a consultation with phases, activities and words that have proved useful.',
  'template.own': 'Templates of this unit',
  'template.above': 'Templates of units above',
  'template.builtIn': { text: 'For every office', comment: 'Above templates that come with the platform.' },
  'template.none': 'This unit has no template yet. Open one of its consultations and save it as a template.',
  'template.showUnit': 'Show templates',
  'template.phases': '{count, plural, one {# phase} other {# phases}}',
  'template.use': { text: 'Start a draft', comment: 'On a link: a new draft of a consultation from this template.' },
  'template.change': { text: 'Change or withdraw', comment: 'On a link, of a template.' },
  'template.save': 'Save as a template',
  'template.saveLead':
    'The words, phases and activities are kept for new drafts, without pictures, documents and translations. Later changes to the ' +
    'consultation do not change the template. A unit can have up to {most, number} templates, and the units below it can use them.',
  'template.saveChange': 'Save the changes',
  'template.begins': { text: 'A draft begins with the title:', comment: 'Followed by the title of a consultation.' },
  'template.name': 'Name of the template',
  'template.nameWrong': 'Give the template a name of at most {max} characters, without formatting.',
  'template.note': 'Note for colleagues',
  'template.noteHint': 'When to use it, for example. Only officials see it.',
  'template.noteWrong': 'Shorten the note to at most {max} characters, without formatting.',
  'template.terms':
    'Dates are counted from the day on which the first phase opens: first the months, then the days. A phase closes at the end of its ' +
    'last day, and the next one opens on a later day. Leave everything empty if the template is to say nothing of dates.',
  'template.termsTitle': 'Dates',
  'template.opensAfter.months': { text: 'Opens after (months)', comment: 'Label of a field for a number of months.' },
  'template.opensAfter.days': { text: 'Opens after (and days)', comment: 'Label of a field for a number of days, after that for months.' },
  'template.closesAfter.months': { text: 'Closes after (months)', comment: 'Label of a field for a number of months.' },
  'template.closesAfter.days': {
    text: 'Closes after (and days)',
    comment: 'Label of a field for a number of days, after that for months.',
  },
  'template.monthsWrong': 'Enter a whole number of months from 0 to {max}.',
  'template.daysWrong': 'Enter a whole number of days from 0 to {max}.',
  'template.withdraw': 'Withdraw the template',
  'template.withdrawLead': 'Nobody can use it any more. Drafts that were started from it stay as they are.',
  'template.dates': 'Work out the dates from a template',
  'template.datesLead':
    'Say when the first phase opens. A month after 31 August is 30 September: a month without such a day gives its last.',
  'template.one': 'Template',
  'template.opensAt': 'The first phase opens',
  'template.opensAtWrong': 'Enter the day and the time at which the first phase opens.',
  'template.opensAtUnfit': {
    text:
      'Choose another opening: from this one, a phase would have closed already, or would come more than {years, plural, one {# year} ' +
      'other {# years}} ahead.',
    comment: 'Beside the field for when the first phase of a consultation opens.',
  },
  'template.workOut': 'Work out the dates',
  'template.workedOut': { text: 'These dates', comment: 'Above dates of phases that were worked out.' },
  'template.notYet': 'Nothing is published yet: you can change each date in the form that follows.',
  'template.moved':
    'Months differ in length. Some dates were moved to later days, so that each phase opens after the one before it has closed.',
  'template.useDates': 'Use these dates',
  'template.noneFits': 'No template has dates for {count, plural, one {# phase} other {# phases}}.',
  'template.draft-law.name': 'Draft law in two rounds',
  'template.draft-law.note': 'People comment on each paragraph of a first draft, and then of a second one that follows from it.',
  'template.draft-law.title': 'Draft law on …',
  'template.draft-law.description':
    'What the law is to change, for whom, and why now. What has been decided already, and what has not. What happens after each round.',
  'template.draft-law.first': 'First draft',
  'template.draft-law.second': 'Second draft',
  'template.draft-law.text': {
    text: '# Article 1\n\nThe purpose of this law is …\n\n# Article 2\n\nThis law applies to …',
    comment: 'Markdown, as the beginning of the text of a law. Keep the signs # and the empty lines.',
  },
  'template.quick-poll.name': 'Quick poll',
  'template.quick-poll.note': 'One question, open for two weeks.',
  'template.quick-poll.title': 'Should …?',
  'template.quick-poll.description': 'What the question is about, what speaks for and against it, and what happens with the result.',
  'template.for': { text: 'Yes', comment: 'An option of a poll.' },
  'template.against': { text: 'No', comment: 'An option of a poll.' },
  'template.noOpinion': { text: 'I have no opinion', comment: 'An option of a poll.' },
  'template.survey-then-vote.name': 'Survey, then vote',
  'template.survey-then-vote.note': 'People first say what matters to them, and then rank the options that come of it.',
  'template.survey-then-vote.title': 'What should be done about …?',
  'template.survey-then-vote.description':
    'What it is about. In the survey you say what matters to you. The office makes options of that, on which you vote afterwards.',
  'template.survey-then-vote.first': 'Survey',
  'template.survey-then-vote.second': 'Vote',
  'template.question1': { text: 'What matters most to you?', comment: 'A question of a survey.' },
  'template.question2': { text: 'Are you content with how it is today?', comment: 'A question of a survey.' },
  'template.contentYes': { text: 'Yes', comment: 'An answer: content with how it is.' },
  'template.contentPartly': { text: 'In part', comment: 'An answer: content in part.' },
  'template.contentNo': { text: 'No', comment: 'An answer: not content with how it is.' },
  'template.option1': 'First option',
  'template.option2': 'Second option',
  'template.option3': 'Third option',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof templateTexts> {}
}
