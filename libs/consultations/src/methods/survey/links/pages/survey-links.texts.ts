import { texts, type KeysOf } from '@isegoria/texts';

export const surveyLinksTexts = texts({
  'links.title': { text: 'Personal links', comment: 'Links by which people respond to a survey without an account.' },
  'links.lead':
    'Each link opens the survey without an account and answers once. What comes by links is counted apart from the responses of people ' +
    'who have an account.',
  'links.howTo':
    'The file with the links is given to you alone, and nothing keeps it: not even the operator can tell who got which link. Give each ' +
    'address to one person, in any order, do not write down who got which, and delete the file. Whoever has the file could answer in ' +
    'place of others: if it is lost, revoke the batch.',
  'links.order': { text: 'Order links', comment: 'Heading above a form, and its button.' },
  'links.count': 'How many links',
  'links.count.hint': 'From {least, number} to {most, number} in a batch. In a smaller batch you might know whose answers are whose.',
  'links.count.wrong': 'Write a number from 10 to 500, in digits; a survey has at most 5,000 links.',
  'links.orderHint': 'The next page has the file with the links.',
  'links.ordered.heading': {
    text: '{links, plural, one {# link is ordered} other {# links are ordered}}',
    comment: 'Heading above a button with which an official downloads the links.',
  },
  'links.ordered.lead':
    'Download the file before you leave this page or sign out. After that nobody can make it again: you would have to revoke the batch ' +
    'and order another.',
  'links.download': { text: 'Download the links', comment: 'On a button.' },
  'links.onlyOnce':
    'This batch was ordered already, and its links can be told no more. If the file is lost, revoke the batch and order another.',
  'links.none': 'No links have been ordered yet.',
  'links.batches': { text: 'Batches', comment: 'Heading above the groups of personal links that were ordered together.' },
  'links.batch': { text: 'Batch {batch, number}', comment: 'A group of personal links that were ordered together.' },
  'links.standing': {
    text: '{answered, number} of {links, plural, one {# link} other {# links}} answered',
    comment: 'Of one batch of personal links.',
  },
  'links.ordered': { text: 'Ordered {time}', comment: 'When a batch of links was ordered.' },
  'links.revoked': { text: 'Revoked: {reason}', comment: '{reason} is what an official wrote.' },
  'links.revoke': 'Revoke the links of this batch',
  'links.revokeLead':
    'Links that nobody has used stop working. Responses that were sent stay and can be changed. Everybody can read the reason.',
  'links.file.number': { text: 'Number', comment: 'Heading of a column in a file of links.' },
  'links.file.address': { text: 'Address', comment: 'Heading of a column in a file of links.' },
  'links.file.survey': { text: 'Survey', comment: 'Heading of a column in a file of links.' },
  'links.file.note': { text: 'What to do', comment: 'Heading of a column in a file of links.' },
  'links.file.how': 'Give each address to one person, do not write down who got which, then delete this file.',
  'links.youHave': 'You answer by a personal link. It works once for one person; do not pass it on.',
  'links.whoReads':
    'The public log shows that somebody responded by this link, and not what. Auditors can read what you choose; what you write is ' +
    'sealed under a key of this link alone. Nobody keeps who got it.',
  'links.goOn': { text: 'Go on later, or on another device', comment: 'What is unfolded has an address to go on from.' },
  'links.goOnLead':
    'What you answered is saved, and this browser remembers it for two hours. To go on later or elsewhere, or to change your response ' +
    'later, you need this address: keep it and open it there. Whoever has it can read your answers; whoever has only the link from the ' +
    'letter cannot.',
  'links.elsewhere':
    'A response was already sent by this link, from another browser or device. It is not shown here, and it can be changed only ' +
    'from there, or by the address that was shown there for going on later. If it was not you, tell the office that gave you the link.',
  'links.readElsewhere':
    'A response was sent by this link. To read it, open the address that was shown for going on later: the link from the letter alone ' +
    'shows it to nobody.',
  'links.dead': { text: 'This link opens no survey now', comment: 'Title of a page.' },
  'links.state.unknown': 'Open the address again as it stands in the letter or message that you got. Check that no letter is missing.',
  'links.state.toCome': 'The survey has not begun yet. Open the link again when it has.',
  'links.state.closed': 'The survey is over. Responses that were sent by this link before count.',
  'links.state.revoked': 'The office that sent this link has revoked it. Ask there for another one.',
  'links.toConsultation': 'Read the consultation',
  'official.survey-links-issued': 'Ordered personal links of a survey',
  'official.survey-links-revoked': 'Revoked personal links of a survey',
  'done.RevokeSurveyLinks': 'The links of this batch that nobody has used are revoked.',
  'done.IssueSurveyLinks': 'The links are ordered.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof surveyLinksTexts> {}
}
