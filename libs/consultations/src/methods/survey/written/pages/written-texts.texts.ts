import { texts, type KeysOf } from '@isegoria/texts';

export const writtenTextsTexts = texts({
  'written.link': { text: 'Read what people wrote', comment: 'A link from a question among the results of a survey to a page of texts.' },
  'written.title': { text: 'What people wrote', comment: 'Title of a page with texts that people wrote in answer to one question.' },
  'written.counts': {
    text: '{texts, plural, one {# text} other {# texts}}, {listed, plural, one {# of them listed} other {# of them listed}}.',
    comment: '{texts}: how many people wrote in answer to a question; {listed}: how many of those texts anybody can read.',
  },
  'written.lead':
    'Moderators read every text before it is listed. The order says nothing about who wrote a text or when; nobody’s name is shown.',
  'written.open': 'Texts are listed here once the survey is closed and moderators have read them.',
  'written.tooFew': 'So few people have answered that their texts are not shown.',
  'written.none': 'No text is listed yet.',
  'written.desk': { text: 'Texts of the survey', comment: 'Where moderators read what people wrote in a survey.' },
  'written.deskLead':
    'Decide which texts everybody can read below their question among the results. Whoever wrote them is not named, and the order says ' +
    'nothing about when. What you decide is on record, without the words.',
  'written.deskOpen': 'Texts can be read here once the survey is closed and enough people have responded.',
  'written.deskNone': 'There is no such text.',
  'written.all': { text: 'All texts', comment: 'Link that takes away a filter.' },
  'written.waiting': { text: 'Waits for a moderator', comment: 'The status of a text that somebody wrote in a survey.' },
  'written.listed': { text: 'Listed', comment: 'The status of a text of a survey that everybody can read.' },
  'written.heldBack': { text: 'Held back', comment: 'The status of a text of a survey that a moderator does not show.' },
  'written.decidedBy': { text: 'Decided by account {id}', comment: '{id} is eight digits of the number of an account.' },
  'written.list': { text: 'List this text', comment: 'A button.' },
  'written.holdBack': { text: 'Hold it back', comment: 'A button, and what opens the fields for the reason.' },
  'written.undo': { text: 'Take the decision back', comment: 'A button: the text waits again.' },
  'written.own': { text: 'What became of your texts', comment: 'A heading above a list.' },
  'written.ownLead': 'Moderators decide which texts everybody can read. Your name is never shown with them.',
  'work.texts': '{count, plural, one {# survey with texts to read} other {# surveys with texts to read}}',
  'work.text': { text: 'Texts of a survey', comment: 'On a tag: moderators have to read what people wrote.' },
  'written.read': { text: 'Read the texts', comment: 'A link to where moderators decide about what people wrote in a survey.' },
  'exportContents.listed-texts': {
    text: 'Listed texts of a survey',
    comment: 'Contents of an exported file: what people wrote, as far as moderators list it.',
  },
  'official.text-decided-on': 'Decided about a text of a survey',
  'done.DecideOnText': 'The decision is on record.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof writtenTextsTexts> {}
}
