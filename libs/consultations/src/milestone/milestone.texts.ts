import { texts, type KeysOf } from '@isegoria/texts';

const of = 'Of a milestone: a step of what an institution does about the outcome of a consultation.';

export const milestoneTexts = texts({
  'milestones.page': 'You said, we did, this is where it stands',
  'milestones.read': {
    text: '{count, plural, one {Where it stands: # milestone} other {Where it stands: # milestones}}',
    comment: 'A link to what is done about the outcome of a consultation.',
  },
  'milestones.title': { text: 'This is where it stands', comment: 'Heading above the steps of what is done about an outcome.' },
  'milestones.none': 'No milestones have been announced yet.',
  'milestones.noOutcome': 'There is no outcome yet.',
  'milestones.countOf': {
    text: '{status}: {count, number}',
    comment: 'How many milestones stand there; {status} is a word such as “Done”.',
  },
  'milestones.overdueCount': '{count, plural, one {# milestone is overdue.} other {# milestones are overdue.}}',
  'milestoneStatus.planned': { text: 'Planned', comment: of },
  'milestoneStatus.inProgress': { text: 'In progress', comment: of },
  'milestoneStatus.done': { text: 'Done', comment: of },
  'milestoneStatus.dropped': { text: 'Dropped', comment: of },
  'milestones.overdue': { text: 'Overdue', comment: of },
  'milestones.late': { text: 'Late', comment: 'Of a milestone that is done or dropped, and was not when it was due.' },
  'milestones.moved': {
    text: 'On {date} it was moved to {to}, once it was overdue; it counts as late all the same.',
    comment: 'Of a milestone. {date} and {to} are days such as "3 November 2026".',
  },
  'milestones.due': { text: 'Due by', comment: 'Before a day.' },
  'milestones.wasDue': { text: 'Was due by', comment: 'Before a day.' },
  'milestones.responsible': { text: 'Responsible:', comment: 'Before the name of an office or a person.' },
  'milestones.evidence': { text: 'See for yourself', comment: 'Heading above links that show that something is done.' },
  'milestones.follows': {
    text: 'It follows:',
    comment: 'Before a link to the results of an activity, or before words that somebody wrote.',
  },
  'milestones.resultsOf': { text: 'the results of {name}', comment: '{name} is that of an activity, such as a poll.' },
  'milestones.seeResults': 'See what people said',
  'milestones.changed': { text: 'Last changed on', comment: 'Before a day and time.' },
  'milestones.planned': { text: 'Announced on', comment: 'Before a day and time.' },
  'milestones.earlier': '{count, plural, one {Changed once: how it stood before} other {Changed # times: how it stood before}}',
  'milestones.add': 'Add a milestone',
  'milestones.addFollowing': { text: 'Add a milestone that follows this', comment: 'Beside what people said, or an answer to it.' },
  'milestones.change': 'Change the milestone',
  'milestones.office': 'Milestones',
  'milestones.office.lead': 'What you do about the outcome, by when, and where it stands. Everybody reads it, and every change of it.',
  'milestones.form.title': 'What is done?',
  'milestones.form.title.hint': 'In a few words, for example “New cycle path opens”.',
  'milestones.form.text': 'What does it mean for people?',
  'milestones.form.responsible': 'Who is responsible? (optional)',
  'milestones.form.responsible.hint': 'A unit or an office. Everybody sees this.',
  'milestones.form.due': 'By when?',
  'milestones.form.due.hint': 'Until the end of that day. If it passes, the milestone is shown as overdue by itself.',
  'milestones.form.due.wrong': 'Enter a day after the consultation opened.',
  'milestones.form.staysLate':
    'The milestone is overdue. Everybody sees another day beside the one that has passed, and it counts as late all the same.',
  'milestones.form.status': 'Where does it stand?',
  'milestones.form.status.wrong': 'Choose where it stands. A new milestone cannot be dropped.',
  'milestones.form.evidence': 'What shows that it is done? (optional until it is done)',
  'milestones.form.evidence.hint': 'Say where people can see for themselves. What is done needs these words, a link or a file.',
  'milestones.form.links': 'Links that show it (optional)',
  'milestones.form.links.hint': 'One on each line: the address, a space, and what stands there.',
  'milestones.form.links.wrong': 'Put one address on each line, beginning with https://, and at most {max, number} lines.',
  'milestones.form.activity': 'Which results does it follow?',
  'milestones.form.activity.none': 'The outcome as a whole',
  'milestones.form.statement': 'It follows these words:',
  'milestones.form.note': 'What is changed, and why?',
  'milestones.form.note.hint': 'Everybody can read this note, and how it stood before. A dropped milestone needs its reason here.',
  'milestones.publish': 'Publish the milestone',
  'official.milestone-set': 'Announced or changed a milestone',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof milestoneTexts> {}
}
