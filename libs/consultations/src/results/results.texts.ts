import { texts, type KeysOf } from '@isegoria/texts';

export const resultsTexts = texts({
  'results.tag': 'Results',
  'results.title': {
    text: 'Results: {title}',
    comment: '{title} is the title of a consultation.',
  },
  'results.lead':
    'Every figure is counted from the public log, and anybody can recount it. If somebody voted twice, their last vote ' + 'counts.',
  'results.computed': 'Computed at log position {position, number}',
  'results.incomplete':
    'These figures are incomplete: {count, plural, one {one entry of the log could not be read and was left out} other {# ' +
    'entries of the log could not be read and were left out}}.',
  'results.incompleteWhy': 'Who decided that, and why',
  'results.recount': 'How to recount',
  'results.reload': {
    text: 'Load the latest figures',
    comment: 'A link below figures of an open consultation, where they do not follow by themselves: without scripts or connection.',
  },
  'results.updated': 'The figures were updated.',
  'results.nobodyYet': 'Nobody has voted or answered yet. This chart begins with the first who does.',
  'results.nobodyYet.closed': 'Nobody voted or answered.',
  'results.toFigures': 'All figures and how they were counted',
  'results.inShort': {
    text: 'In short',
    comment: 'Heading above the finding of a consultation in a sentence or two.',
  },
  'results.download': 'Download the figures (CSV)',
  'results.downloadJson': 'Download the figures (JSON)',
  'results.howCounted': {
    text: 'How this is counted',
    comment: 'Opens an explanation of how figures come about, on a narrow screen.',
  },
  'results.downloads': {
    text: 'Download figures and pictures',
    comment: 'Opens a list of files, on a narrow screen.',
  },
  'results.downloadPicture': {
    text: 'Download the picture: {picture} ({format})',
    comment: '{picture} is the title of a picture, such as "The opinion map" or "Votes on the statements", {format} PNG or SVG.',
  },
  'picture.people': {
    text: '{activity}: {count, plural, one {# person} other {# people}} in the headline figures',
    comment: 'A line below a picture of results. {activity} is a kind of taking part such as "Poll", or a title.',
  },
  'picture.source': {
    text: 'Source: {ministry}, {address}',
    comment: 'A line below a picture of results. {address} is the address of the page with the results.',
  },
  'picture.asOf': {
    text: 'As of {time}, log position {position, number}',
    comment: 'A line below a picture of results.',
  },
  'picture.terms': {
    text: 'Terms of use: {address}',
    comment: 'A line below a picture of results. {address} is the address of a page.',
  },
  'file.activity': {
    text: 'Activity',
    comment: 'Heading of a column in a file: the part of a consultation, such as one poll of several.',
  },
  'file.of': {
    text: 'Option or statement',
    comment: 'Heading of a column in a file: what a figure is about.',
  },
  'file.figure': {
    text: 'Figure',
    comment: 'Heading of a column in a file: what is counted, such as "Votes" or "Agree".',
  },
  'file.words': {
    text: 'In words',
    comment: 'Heading of a column in a file, for lines that have a sentence and no figure.',
  },
  'file.language': {
    text: 'Language of the original',
    comment: 'Heading of a column in a file: a code such as "fr", the language in which the office wrote.',
  },
  'file.translated': {
    text: '{column} (translation)',
    comment: 'Heading of a column in a file: the office’s translation of another column. {column} is its heading, such as "Activity".',
  },
  'file.outcome': {
    text: 'Outcome',
    comment: 'In a file of figures, beside a sentence that says what came out of a vote.',
  },
  'file.place': {
    text: 'Place in the result',
    comment: 'Name of a figure in a file: 1 for the option that comes first.',
  },
  'file.lot': {
    text: 'Place in the order of the lots',
    comment: 'Name of a figure in a file: 1 for the option whose lot was drawn first.',
  },
  'file.over': {
    text: 'Ballots that prefer it to “{option}”',
    comment: 'Name of a figure in a file, beside an option of a ranked vote; {option} is another one.',
  },
  'file.strengthOver': {
    text: 'Strength of its strongest path to “{option}”',
    comment: 'Name of a figure in a file, beside an option of a ranked vote; {option} is another one.',
  },
  'file.score': {
    text: 'People who gave it {score, number}',
    comment: 'Name of a figure in a file, beside an option of a score vote; {score} is a score such as 3.',
  },
  'file.mean': {
    text: 'Mean',
    comment: 'Name of a figure in a file: the mean of the answers to a question.',
  },
  'file.quorum': {
    text: 'Quorum',
    comment: 'Name of a figure in a file: how many people must vote.',
  },
  'file.ballots': {
    text: 'Ballots, abstentions included',
    comment: 'Name of a figure in a file, of a vote on a motion.',
  },
  'figures.peopleInAll': {
    text: 'People in all',
    comment: 'Name of a figure: how many took part in a consultation, each person once.',
  },
  'figures.peopleWhoWrite': {
    text: 'Each person once, those included who only wrote something',
    comment: 'Below "People in all", beside how many people voted.',
  },
  'figures.peopleInAllNote': 'Each person once, however many activities they took part in',
  'results.showVotes': {
    text: '{count, plural, one {Show the votes on # statement} other {Show the votes on # statements}}',
    comment: 'Opens a list of statements with their votes, on a narrow screen.',
  },
  'results.showParticipation': {
    text: 'Show who took part, day by day',
    comment: 'Opens a chart of people by day, on a narrow screen.',
  },
  'results.asTable': 'Show as a table',
  'results.day': 'Day',
  'results.newPeople': 'New people',
  'results.allPeople': 'People up to then',
  'results.tableCaption': 'The last vote of each person counts.',
  'results.votes': '{count, plural, one {# vote} other {# votes}}',
  'figures.participants': {
    text: 'People',
    comment: 'Heading of a column or figure: how many people took part.',
  },
  'figures.atLevel': {
    text: '{level}: {count, number}',
    comment: '{level} is how surely people are known, such as "E-mail confirmed"; {count} how many there are.',
  },
  'figures.counted': {
    text: 'Counted in the headline figures',
    comment: 'Said of people, in the legend of a chart.',
  },
  'figures.beside': {
    text: 'Shown beside them',
    comment: 'Said of people whom the headline figures do not count, in the legend of a chart and as the name of a figure.',
  },
  'figures.besideSentence':
    '{count, plural, one {# other participant is shown beside them.} other {# other participants are shown beside them.}}',
  'countsFrom.anonymous': 'The headline figures count everybody who took part.',
  'countsFrom.email': 'The headline figures count people with a confirmed e-mail address or a stronger proof of identity.',
  'countsFrom.attested': 'The headline figures count people who are attested by an office or have a stronger proof of identity.',
  'countsFrom.register': 'The headline figures count people who were found in a register or have a stronger proof of identity.',
  'countsFrom.eid': 'The headline figures count people with an electronic identity.',
  'field.countsFrom': {
    text: 'Who the headline figures count',
    comment: 'Above a choice of kinds of people, and in a list of facts.',
  },
  'field.countsFrom.hint': 'All others are shown separately and never mixed in. This cannot be changed later.',
  'countsFrom.choice.anonymous': {
    text: 'Everybody',
    comment: 'Whom the headline figures count.',
  },
  'countsFrom.choice.email': {
    text: 'People with a confirmed e-mail address or a stronger proof of identity',
    comment: 'Whom the headline figures count.',
  },
  'countsFrom.choice.attested': {
    text: 'People attested by an office or with a stronger proof of identity',
    comment: 'Whom the headline figures count.',
  },
  'countsFrom.choice.register': {
    text: 'People found in a register or with a stronger proof of identity',
    comment: 'Whom the headline figures count.',
  },
  'countsFrom.choice.eid': {
    text: 'People with an electronic identity',
    comment: 'Whom the headline figures count.',
  },
  'ownLevel.counted': {
    text: 'It counts as: {level}.',
    comment: 'Below the thanks for a vote. {level} is how surely the person is known, such as "E-mail confirmed".',
  },
  'ownLevel.besideThanks': {
    text: 'It counts as: {level}. It is shown beside the headline figures, not in them.',
    comment: 'Below the thanks for a vote. {level} is how surely the person is known, such as "Anonymous".',
  },
  'ownLevel.here': {
    text: 'Your votes here count as: {level}.',
    comment: 'Before anything is cast. {level} is how surely the person is known, such as "Anonymous".',
  },
  'ownLevel.beside': {
    text: 'What you contribute here counts as: {level}. It is shown beside the headline figures, not in them.',
    comment: '{level} is how surely the person is known, such as "Anonymous".',
  },
  'ownLevel.later':
    'Once your e-mail address is confirmed, the votes you have already cast here will count as confirmed too, at the ' +
    'latest when this consultation closes.',
  'ownLevel.confirm': 'Confirm your e-mail address',
  'figures.votes': 'Votes',
  'figures.votesNote': 'Changed votes included',
  'figures.excluded':
    '{count, plural, one {# ballot is} other {# ballots are}} left out of every count here. Moderators decided this, and ' +
    'everybody can read why.',
  'figures.excludedWhy': 'Read the reasons',
  'figures.questions': 'Questions',
  'figures.questionsNote':
    '{answered, number} answered, {open, number} waiting{withdrawn, plural, =0 {} one {, # withdrawn} other {, # withdrawn}}',
  'figures.comments': 'Comments',
  'results.participation': 'People taking part',
  'chart.participation': 'From {from} to {to}, {people, plural, one {# person} other {# people}} took part.',
  'chart.participationBeside': '{count, plural, one {# other participant is} other {# other participants are}} shown as a line beside.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof resultsTexts> {}
}
