import { texts, type KeysOf } from '@isegoria/texts';

export const deliberationTexts = texts({
  'statements.vote': 'What do you think?',
  'statements.title': 'The statements',
  'statements.empty': 'There are no statements yet. The first one can be yours.',
  'statements.allDone': 'You have voted on every statement. New ones may come: look in again, or add one of your own.',
  'statements.progress': '{voted, number} of {all, number} statements voted on',
  'statements.all': '{count, plural, one {# statement} other {All # statements}}',
  'statements.allMine': '{count, plural, one {# statement, with your vote} other {All # statements, with your votes}}',
  'statements.voteOn': {
    text: 'Your vote on: {statement}',
    comment: 'The name of a form for those who do not see it. {statement} is what somebody wrote.',
  },
  'statements.yours': 'Add a statement',
  'statements.hintBefore': 'One thought that others can agree or disagree with. It is shown once a moderator has accepted it.',
  'statements.hintAfter':
    'One thought that others can agree or disagree with. It is shown at once; a moderator may reject it later, with a reason.',
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
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof deliberationTexts> {}
}
