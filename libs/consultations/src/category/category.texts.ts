import { texts, type KeysOf } from '@isegoria/texts';

export const categoryTexts = texts({
  'categories.title': {
    text: 'Topics and areas',
    comment: 'Topics such as water or schools; areas are countries, regions and towns. Consultations are about some of them.',
  },
  'categories.topics': 'Topics',
  'categories.areas': {
    text: 'Areas',
    comment: 'Geographic areas: countries, regions, towns.',
  },
  'categories.topic': 'Topic',
  'categories.area': {
    text: 'Area',
    comment: 'A geographic area.',
  },
  'categories.all.topic': 'All topics',
  'categories.all.area': 'All areas',
  'categories.anyStatus': {
    text: 'All',
    comment: 'The first choice of a list of statuses of consultations: whether open, closed or still to come.',
  },
  'categories.status': {
    text: 'Status',
    comment: 'Label of a list: open, forthcoming, closed.',
  },
  'categories.filter': {
    text: 'Narrow the list',
    comment: 'Heading over a form in which people choose topic, area, status and unit.',
  },
  'categories.counted': {
    text: '{name} ({count, number})',
    comment: 'A choice in a list with how many consultations it has.',
  },
  'categories.reset': {
    text: 'Show all consultations',
    comment: 'Link that takes every choice back.',
  },
  'topics.lead': 'What consultations are about. Choose a topic to see what is coming, what is open and what came of it.',
  'areas.lead': 'Where consultations apply. Choose an area to see what is coming, what is open and what came of it.',
  'topics.none': 'No topics have been set up yet.',
  'areas.none': 'No areas have been set up yet.',
  'categories.consultations': {
    text: '{count, plural, one {# consultation} other {# consultations}}',
    comment: 'Beside the name of a topic or an area, those of all below it included.',
  },
  'categories.noConsultations': {
    text: 'no consultations yet',
    comment: 'Beside the name of a topic or an area.',
  },
  'categories.withdrawn': {
    text: 'Withdrawn',
    comment: 'Tag beside a topic or an area that no new consultation can have.',
  },
  'category.pages': {
    text: 'News and information',
    comment: 'Heading on the page of a topic or an area, above announcements and pages of information.',
  },
  'category.questions': {
    text: 'Latest questions about these',
    comment: 'Heading on the page of a topic or an area, above what people asked about its consultations.',
  },
  'category.question.answered': { text: 'Answered', comment: 'Tag beside a question of somebody.' },
  'category.question.waits': { text: 'Waiting for an answer', comment: 'Tag beside a question of somebody.' },
  'category.question.read': { text: 'Read the answer', comment: 'Link beside a question of somebody.' },
  'category.question.open': { text: 'Open the question', comment: 'Link beside a question of somebody.' },
  'category.below.topic': 'Narrower topics',
  'category.below.area': 'Areas within it',
  'category.isWithdrawn': 'This is offered to new consultations no longer. Those that had it keep it.',
  'category.nothing': 'There is no consultation about this yet.',
  'category.nothingOpen': {
    text: 'Nothing is open here at the moment.',
    comment: 'On the page of a topic or an area.',
  },
  'category.calendar': {
    text: 'Dates of these consultations',
    comment: 'Link to a calendar that has only the dates of one topic or area.',
  },
  'category.calendarFile': {
    text: 'Add these dates to your calendar',
    comment: 'Link to an iCalendar file.',
  },
  'calendar.narrowed': {
    text: 'Only dates of {name}.',
    comment: '{name} is the name of a topic or an area.',
  },
  'calendar.whole': 'Show all dates',
  'categories.choose': 'What is it about?',
  'categories.choose.hint': 'People find it by its topics and areas.',
  'categories.wrong': 'Choose topics and areas from the list, 20 at most.',
  'categories.change': {
    text: 'Topics and areas of this consultation',
    comment: 'Heading and link of a form by which officials change them.',
  },
  'categories.changeLead': 'Everybody sees the change at once, and it stays on record.',
  'categories.changeNow': {
    text: 'Change topics and areas',
    comment: 'Link that leads to a form.',
  },
  'categories.nothingChosen': 'None are chosen.',
  'categories.save': 'Save',
  'categories.noneToChoose': 'There are no topics or areas to choose from yet. An administrator adds them.',
  'categories.officeLead': 'The lists from which consultations choose what they are about, and where. Every change is on record.',
  'categories.add.topic': 'Add a topic',
  'categories.add.area': 'Add an area',
  'categories.addBelow.topic': 'Add a narrower topic',
  'categories.addBelow.area': 'Add an area within it',
  'categories.noneBelow': {
    text: 'There is nothing below it yet.',
    comment: 'Below a topic or an area, in the sense of a tree.',
  },
  'categories.deepest': 'Nothing can be added below this one: the list is {depth, number} levels deep.',
  'categories.name': {
    text: 'Name in {language}',
    comment: '{language} is the name of a language.',
  },
  'categories.nameHint': 'Public. A name in one language is enough; it is shown where there is none in the language of the reader.',
  'categories.nameWrong': 'Give a name of at most {max, number} characters, in one language at least.',
  'categories.about': {
    text: 'What it is about, in {language}',
    comment: '{language} is the name of a language.',
  },
  'categories.aboutHint': 'A sentence or two at the top of its page. Optional.',
  'categories.aboutWrong': 'Say it in at most {max, number} characters.',
  'categories.rename': 'Change its names',
  'categories.withdraw': 'Withdraw it',
  'categories.withdrawLead':
    'New consultations can no longer choose it, nor anything below it. Those that have it keep it. It cannot be offered again.',
  'categories.withdrawReason': 'Why is it withdrawn?',
  'categories.withdrawSend': 'Withdraw it for good',
  'categories.page': 'See its page',
  'official.category-added': 'Added a topic or an area',
  'official.category-renamed': 'Changed the names of a topic or an area',
  'official.category-withdrawn': 'Withdrew a topic or an area',
  'official.categories-set': 'Changed the topics and areas of a consultation',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof categoryTexts> {}
}
