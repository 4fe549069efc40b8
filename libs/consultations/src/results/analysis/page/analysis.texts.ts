import { texts, type KeysOf } from '@isegoria/texts';

export const analysisTexts = texts({
  'analysis.link': 'Results by day, level and channel',
  'analysis.title': {
    text: 'Results by day, level and channel',
    comment: 'Heading of a page with the results of a consultation, on which they can be filtered.',
  },
  'analysis.of': {
    text: 'Results by day, level and channel: {title}',
    comment: '{title} is the title of a consultation.',
  },
  'analysis.lead':
    'Choose the days, the identity check and the channel whose votes you want to see. The figures count the votes that stand, each ' +
    'on the day on which it was cast. A vote that was changed counts once, on the day of the change.',
  'analysis.filter': {
    text: 'Filter the results',
    comment: 'Name of a form.',
  },
  'analysis.from': {
    text: 'First day',
    comment: 'Name of a field for a date: results from that day on.',
  },
  'analysis.to': {
    text: 'Last day',
    comment: 'Name of a field for a date: results up to that day, which is included.',
  },
  'analysis.level': {
    text: 'Identity check',
    comment: 'Name of a choice: how surely people are known, such as "E-mail confirmed".',
  },
  'analysis.channel': {
    text: 'Channel',
    comment: 'Name of a choice: whether people cast a vote on this site, or an office brought it in from elsewhere.',
  },
  'channel.own': {
    text: 'Cast on this site',
    comment: 'Said of votes.',
  },
  'channel.office': {
    text: 'Brought in by an office',
    comment: 'Said of votes that were cast elsewhere, for example on paper.',
  },
  'analysis.by': {
    text: 'Divide days by',
    comment: 'Name of a choice: what the bars in a chart of votes by day are divided by.',
  },
  'analysis.by.level': {
    text: 'Identity check',
    comment: 'A choice for "Divide days by".',
  },
  'analysis.by.channel': {
    text: 'Channel',
    comment: 'A choice for "Divide days by".',
  },
  'analysis.all': {
    text: 'All',
    comment: 'A choice in a filter that leaves nothing out.',
  },
  'analysis.show': {
    text: 'Show results',
    comment: 'On a button that applies a filter.',
  },
  'analysis.reset': {
    text: 'Remove the filter',
    comment: 'A link to the results without any filter.',
  },
  'analysis.zone': {
    text: 'Days begin and end at midnight in the time zone of this site: {zone}.',
    comment: '{zone} is a name such as "Central European Time (Europe/Berlin)".',
  },
  'analysis.from.wrong': 'Enter the first day as a date, such as 2026-11-30.',
  'analysis.to.wrong': 'Enter the last day as a date, such as 2026-11-30.',
  'analysis.to.early': 'Enter a last day that is not before the first day.',
  'analysis.level.wrong': 'Choose an identity check from the list.',
  'analysis.channel.wrong': 'Choose a channel from the list.',
  'analysis.by.wrong': 'Choose what the days are divided by.',
  'analysis.empty': 'No votes match this filter. Choose more days, or another identity check or channel.',
  'analysis.notTold': 'Of this activity, this page tells only how many people took part, and when.',
  'analysis.survey':
    'What people answered is not shown by day, identity check or channel: figures of a few people could show what a single person ' +
    'answered. Responses on paper and by a personal link are in no figure here; the results have them, each channel apart.',
  'analysis.standing': {
    text: 'Votes that stand',
    comment: 'Name of a figure: votes that were not changed later and are not left out.',
  },
  'analysis.standingNote': 'Each vote once, as it was cast last',
  'analysis.byDay': {
    text: 'Votes by day',
    comment: 'Title of a chart and of a picture.',
  },
  'analysis.how':
    'Ballots that moderators left out and votes that came after the closing are not counted here. With no filter, the figures ' +
    'are those of the results. Everything is counted from the public log.',
  'analysis.besideSentence':
    '{count, plural, one {# vote by other people is shown beside them.} other {# votes by other people are shown beside them.}}',
  'chart.byDay': {
    text: 'From {from} to {to}: {count, plural, one {# vote} other {# votes}}.',
    comment: 'Describes a chart. {from} and {to} are days.',
  },
  'file.zone': {
    text: 'Time zone',
    comment: 'Heading of a column in a file.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof analysisTexts> {}
}
