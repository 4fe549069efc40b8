import { texts, type KeysOf } from '@isegoria/texts';

export const deliberationTexts = texts({
  'method.deliberation': 'Deliberation',
  'methodMeaning.deliberation': 'Deliberation: people agree or disagree with statements and add their own',
  'how.deliberation': 'Say what you think of each statement, and add your own',
  'consultation.moderation': 'Added statements',
  'moderation.before': 'Shown once a moderator has accepted them',
  'moderation.after': 'Shown straight away, until a moderator rejects them',
  'field.statements': 'First statements',
  'field.statements.wrong': 'Write different statements of at most {max, number} characters, each on a line of its own.',
  'field.choice.wrong': 'Choose one of the three answers.',
  'thanks.vote': 'Your vote is recorded. You can change it while this is open.',
  'thanks.statement': 'Thank you. Your statement is recorded.',
  'next.statement.before': 'A moderator checks it before it is shown. Once it is accepted, everybody can vote on it.',
  'next.statement.after': 'It is shown straight away, and everybody can vote on it. A moderator may reject it later, and will say why.',
  'exportContents.statements': 'Statements',
  'statements.vote': 'What do you think?',
  'statements.title': 'The statements',
  'statements.empty': 'There are no statements yet. Be the first to add one.',
  'statements.allDone': 'You have voted on every statement. New ones may follow: come back later, or add one of your own.',
  'statements.progress': '{voted, number} of {all, number} statements voted on',
  'statements.all': '{count, plural, one {# statement} other {All # statements}}',
  'statements.allMine': '{count, plural, one {# statement, with your vote} other {All # statements, with your votes}}',
  'statements.report': {
    text: 'Report',
    comment: 'A link beside a statement, to the form with which it is reported to the moderators.',
  },
  'statements.yours': 'Add a statement',
  'statements.hintBefore': 'One thought that others can agree or disagree with. It is shown once a moderator has accepted it.',
  'statements.hintAfter':
    'One thought that others can agree or disagree with. It is shown straight away; a moderator may reject it later, with ' + 'a reason.',
  'statements.allowance': {
    text: 'You can add up to {most, plural, one {# statement} other {# statements}} here; you have {left, number} left.',
    comment: 'Before the form. {left} is how many of {most} statements the person may still add.',
  },
  'statements.usedUp': 'You have reached the limit for statements from one person here: {most, number}.',
  'statements.send': 'Add the statement',
  'vote.agree': 'Agree',
  'vote.disagree': 'Disagree',
  'vote.pass': {
    text: 'Pass',
    comment: 'The third answer beside Agree and Disagree: no opinion, go on to the next statement.',
  },
  'myVote.agree': 'You agreed',
  'myVote.disagree': 'You disagreed',
  'myVote.pass': {
    text: 'You passed',
    comment: 'See "Pass".',
  },
  'chart.voteBar': '{agrees, number} agree, {disagrees, number} disagree, {passes, number} pass',
  'results.statements': 'Votes on the statements',
  'deliberation.findingEarly': 'Too few people have voted to say what most of them agree on.',
  'deliberation.findingNone': 'No statement has the agreement of most people so far.',
  'deliberation.findingEarly.closed': 'Too few people voted to say what most of them agree on.',
  'deliberation.findingNone.closed': 'No statement has the agreement of most people.',
  'deliberation.finding': {
    text: 'Most agree: “{statement}” – {share} of {count, plural, one {# vote} other {# votes}} on it.',
    comment: 'The finding of a deliberation. {share} is a percentage such as "61%".',
  },
  'deliberation.findingGroups': {
    text: 'The groups agree most on this: “{statement}” – {share} of {count, plural, one {# vote} other {# votes}} on it say yes.',
    comment: 'The finding of a deliberation in which people fall into groups. {share} is a percentage such as "61%".',
  },
  'results.passShare': {
    text: '{share} pass',
    comment: '{share} is a percentage such as "61%": of those who voted on a statement, who chose "Pass".',
  },
  'results.statementsNote': {
    text:
      '{shown, plural, one {The statement with the most votes.} other {The # statements with the most votes.}} {all, plural, one {The ' +
      'table has #.} other {The table has #{rejected, plural, =0 {} other {, the rejected ones included}}.}}',
    comment: 'Two sentences: how many statements the chart shows, and how many the table has. {rejected} of these are rejected.',
  },
  'results.statementsAsTable': '{count, plural, one {# statement as a table} other {# statements as a table}}',
  'results.allStatements': '{count, plural, one {# statement with its votes} other {All # statements with their votes}}',
  'results.statement': 'Statement',
  'results.agreeShare': {
    text: '{share} agree',
    comment: '{share} is a percentage such as "61%".',
  },
  'results.disagreeShare': {
    text: '{share} disagree',
    comment: '{share} is a percentage such as "61%".',
  },
  'statementStatus.pending': 'Waiting for a moderator',
  'statementStatus.withdrawn': 'Withdrawn by its author; its votes stay counted',
  'statementStatus.rejected': 'Rejected by a moderator; its votes stay counted',
  'table.atLevel': {
    text: '{choice}, {level}',
    comment: 'Heading of a column. {choice} is Agree, Disagree or Pass, {level} how surely people are known, such as "E-mail confirmed".',
  },
  'file.statements.accepted': { text: 'Published', comment: 'Name of a figure in a file: how many statements there are of that kind.' },
  'file.statements.pending': { text: 'Waiting for a moderator', comment: 'See "Published".' },
  'file.statements.rejected': { text: 'Rejected by a moderator', comment: 'See "Published".' },
  'file.statements.withdrawn': { text: 'Withdrawn by their authors', comment: 'See "Published".' },
  'file.statements.most': {
    text: 'This file has the {shown, number} with the most votes, of {all, number} in all, the rejected and withdrawn ones included.',
    comment: 'In a file of figures, about statements where there are more than it lists.',
  },
  'figures.statements': 'Statements',
  'figures.statementsNote': '{count, plural, =0 {None rejected} other {# rejected}}',
  'votes.on': {
    text: 'Your vote on “{what}”: {choice}',
    comment: '{what} is a statement, {choice} is "agree", "disagree" or "pass" as on the buttons.',
  },
  'votes.onWithdrawn': {
    text: 'Your vote on a statement whose text is no longer shown: {choice}',
    comment: '{choice} is "agree", "disagree" or "pass" as on the buttons.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof deliberationTexts> {}
}
