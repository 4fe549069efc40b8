import { texts, type KeysOf } from '@isegoria/texts';

export const officeTexts = texts({
  'field.kind': 'Kind',
  'field.language': 'Language of the text',
  'field.title': 'Title',
  'field.body': 'Text',
  'field.description': 'Description',
  'field.markdown': {
    text: 'Markdown may be used: **bold**, lists with “- ”, [words](address).',
    comment: 'The signs are shown as people type them.',
  },
  'field.onePerLine': 'Put each one on its own line.',
  'office.lead': 'What is waiting for you, and what you can start. Everything done here is on record.',
  'desk.title': 'Waiting for you',
  'desk.nothing': 'Nothing is waiting for you.',
  'desk.questions': '{count, plural, one {# question without an answer} other {# questions without an answer}}',
  'desk.ending': '{count, plural, one {# phase ending within a week} other {# phases ending within a week}}',
  'desk.outcomes': '{count, plural, one {# closed consultation without an outcome} other {# closed consultations without an outcome}}',
  'desk.drafts': '{count, plural, one {# draft of a consultation} other {# drafts of consultations}}',
  'desk.pageDrafts': '{count, plural, one {# draft of a page} other {# drafts of pages}}',
  'desk.statements': '{count, plural, one {# statement waiting for a decision} other {# statements waiting for a decision}}',
  'desk.reports': '{count, plural, one {# report} other {# reports}}',
  'desk.askedOn': {
    text: 'Asked on',
    comment: 'Before the day on which a question was asked.',
  },
  'desk.endsOn': {
    text: 'Ends on',
    comment: 'Before the day and time at which a phase of a consultation ends.',
  },
  'desk.closedOn': {
    text: 'Closed on',
    comment: 'Before the day and time at which a consultation closed.',
  },
  'desk.finish': {
    text: 'Finish the draft',
    comment: 'A link to a draft.',
  },
  'office.newConsultation': 'New consultation',
  'office.newConsultationLead': 'It starts as a draft that only officials see. You set the dates when you publish it.',
  'office.newPage': 'New page',
  'office.editPage': 'Edit the page',
  'office.pages': 'Announcements and pages',
  'office.noPages': 'There are no pages yet.',
  'office.manage': 'Manage',
  'office.view': 'View as citizens see it',
  'office.saveDraft': 'Save the draft',
  'office.saveRevision': 'Save the changes',
  'office.publish': 'Publish',
  'office.withdraw': 'Withdraw',
  'office.withdrawReason': 'Why is it withdrawn?',
  'office.onRecord': {
    text: 'The reason is public and stays in the log.',
    comment: 'Hint below the field for a reason.',
  },
  'office.close': 'Close the consultation now',
  'office.closeReason': 'Why is it closed before its date?',
  'office.publishOutcome': 'Publish the outcome',
  'office.reviseOutcome': 'Revise the outcome',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof officeTexts> {}
}
