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
  'field.onePerLine': 'One on each line.',
  'office.lead': 'What waits for you, and what you can begin. Everything done here is on the record.',
  'desk.title': 'What waits',
  'desk.nothing': 'Nothing waits for you just now.',
  'desk.questions': '{count, plural, one {# question without an answer} other {# questions without an answer}}',
  'desk.ending': '{count, plural, one {# phase that ends within a week} other {# phases that end within a week}}',
  'desk.outcomes': '{count, plural, one {# closed consultation without an outcome} other {# closed consultations without an outcome}}',
  'desk.drafts': '{count, plural, one {# draft of a consultation} other {# drafts of consultations}}',
  'desk.pageDrafts': '{count, plural, one {# draft of a page} other {# drafts of pages}}',
  'desk.statements': '{count, plural, one {# statement that waits for a decision} other {# statements that wait for a decision}}',
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
  'office.newConsultationLead': 'It begins as a draft that only officials see. Dates are set when it is published.',
  'office.newPage': 'New page',
  'office.editPage': 'Edit the page',
  'office.pages': 'Announcements and pages',
  'office.noPages': 'There are no pages yet.',
  'office.manage': 'Manage',
  'office.view': 'View as citizens see it',
  'office.saveDraft': 'Save the draft',
  'office.saveRevision': 'Save the revision',
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
