import { texts, type KeysOf } from '@isegoria/texts';

export const draftTexts = texts({
  'draft.edit': 'Edit the draft',
  'draft.copy': {
    text: 'Start a new draft from this',
    comment: 'On a link. The new draft has the same words, phases and activities, and no dates.',
  },
  'draft.copied': {
    text:
      'Taken over from “{title}”: words, phases, activities with their settings, and files. Not taken over: dates, translations, and ' +
      'what people and the office said since it opened.',
    comment: 'Above the form of a new draft that is made from a consultation. {title} is its title.',
  },
  'draft.save': 'Save the changes',
  'draft.preview': 'Preview',
  'draft.isPreview': 'This is a preview.',
  'draft.isPreviewWhy': 'Only officials of this office see it, and nothing can be sent from here until the consultation is open.',
  'draft.discard': 'Delete the draft',
  'draft.discardConfirm': 'Delete this draft?',
  'draft.discardWhy': 'The draft disappears from all lists. The public record still shows that it existed. This cannot be undone.',
  'draft.part.about': { text: 'Summary, contact and decision', comment: 'Above fields of the form of a consultation.' },
  'draft.part.files': { text: 'Picture and documents', comment: 'Above fields of the form of a consultation.' },
  'draft.part.rules': {
    text: 'Topics, answer and counting',
    comment: 'Above fields of the form of a consultation: what it is about, by when people are answered, whom the figures count.',
  },
  'draft.phases': 'Phases and activities',
  'draft.phasesWhy': 'A phase is a period with its own dates. Most consultations need one phase with one activity.',
  'draft.phase': 'Phase {number}',
  'draft.phaseName': 'Name of the phase',
  'draft.phaseNameHint': 'Only needed where there are several.',
  'draft.activityName': 'Name or question of the activity',
  'draft.activityNameHint': 'Only needed where the title of the consultation does not say it.',
  'draft.addPhase': 'Add a phase',
  'draft.removePhase': 'Remove phase {number}',
  'draft.addActivity': {
    text: 'Add: {method}',
    comment: 'On a button. {method} is a way of taking part, such as "Poll" or "Deliberation".',
  },
  'draft.removeActivity': {
    text: 'Remove: {method}',
    comment: 'On a button. {method} is a way of taking part, such as "Poll" or "Deliberation".',
  },
  'draft.activityNth': {
    text: '{method} {number, number}',
    comment: 'Tells activities of one kind from each other, such as: Poll 2.',
  },
  'draft.activityIs': {
    text: '{activity}:',
    comment: 'Before what is wrong in an activity. {activity} is such as: Poll, or Poll 2.',
  },
  'draft.activities.wrong': {
    text: 'Phase {number, number} has no activity yet. Add one to it, or remove the phase.',
    comment: '{number} is the place of the phase in the consultation: 1, 2, 3 ...',
  },
  'draft.noActivity': 'Nothing can be done in this phase yet. Add an activity.',
  'about.summary': 'Summary',
  'about.summary.hint': 'In a sentence or two, for lists and for the top of the page.',
  'about.summary.wrong': 'Shorten the summary to at most {max} characters, without formatting.',
  'about.contact': 'Contact',
  'about.contact.hint': 'Who to ask, and how: an office, an e-mail address, a telephone number.',
  'about.contact.wrong': 'Shorten the contact to at most {max} characters, without formatting.',
  'about.decidedBy': 'Who decides',
  'about.decidedBy.hint': 'Who decides what happens after the consultation.',
  'about.decidedBy.wrong': 'Say in at most {max} characters who decides, without formatting.',
  'about.decidedWhen': 'When it is decided',
  'about.decidedWhen.hint': 'In words, such as “at the council meeting in May”.',
  'about.decidedWhen.wrong': 'Say in at most {max} characters when it is decided, without formatting.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof draftTexts> {}
}
