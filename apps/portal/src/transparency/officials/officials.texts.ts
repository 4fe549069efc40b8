import { texts, type KeysOf } from '@isegoria/texts';

export const officialsTexts = texts({
  'officials.title': 'What officials did',
  'officials.lead':
    'Publications, moderation, answers, outcomes, exports, settings, roles and erasures on request, newest first, each with its entry ' +
    'in the log.',
  'officials.names':
    'Names of officials are not published. Each official is shown by the first eight digits of their account number. The ' +
    'log has the full number.',
  'officials.signIns':
    'Sign-ins by officials, and failed attempts, are on record too. Only auditors can see them, because they show people’s ' +
    'working hours.',
  'officials.kind': {
    text: 'Show',
    comment: 'Label of the list of kinds of acts, of which one is chosen.',
  },
  'officials.all': 'Everything',
  'officials.filter': 'Show these',
  'officials.empty': 'There is nothing of this kind on record.',
  'officials.what': 'What',
  'officials.who': 'Who',
  'officials.when': 'When',
  'officials.about': {
    text: 'About',
    comment: 'Heading of the column that says what an act concerned.',
  },
  'officials.entry': 'Position in the log',
  'officials.official': {
    text: 'Official {id}',
    comment: '{id} is eight digits of the number of an account.',
  },
  'officials.operator': 'The operator of the platform',
  'officials.account': {
    text: 'Account {id}: {role}',
    comment: '{id} is eight digits of the number of an account, {role} one of the roles.',
  },
  'officials.erasedAccount': 'One of a batch of accounts; which one is not published',
  'officials.consultation': 'The consultation',
  'officials.question': 'The question',
  'officials.paragraph': 'The paragraph',
  'officials.file': { text: 'The file', comment: 'A link to a picture or document that was added.' },
  'officials.reason': 'Reason: {reason}',
  'officials.rule': { text: 'Reason:', comment: 'The sentence of a rule follows.' },
  'official.page-published': 'Published a page',
  'official.page-revised': 'Revised a page',
  'official.page-withdrawn': 'Withdrew a page',
  'official.service-revised': 'Revised a service of the directory',
  'official.service-translated': 'Translated a service of the directory',
  'official.service-published': 'Published a service in the directory',
  'official.service-withdrawn': 'Withdrew a service from the directory',
  'official.consultation-published': 'Published a consultation or its dates',
  'official.consultation-closed': 'Closed a consultation early',
  'official.outcome-published': 'Published an outcome',
  'official.statement-accepted': 'Accepted a statement or an annotation',
  'official.statement-rejected': 'Rejected a statement or an annotation',
  'official.statement-decision-undone': 'Undid an own decision on a statement or an annotation, which waits again',
  'official.comment-hidden': 'Hid a comment',
  'official.comment-restored': 'Showed a hidden comment again',
  'official.question-hidden': 'Hid a question',
  'official.question-restored': 'Showed a hidden question again',
  'official.ballot-excluded': 'Left a ballot out of the counts',
  'official.ballot-reinstated': 'Put a ballot back into the counts',
  'official.question-answered': 'Answered a question',
  'official.role-granted': 'Granted a role',
  'official.role-revoked': 'Revoked a role',
  'official.second-factor-reset': 'Removed a second factor',
  'official.suspension-ordered': 'Suspended an account',
  'official.suspension-ended': 'Ended a suspension',
  'official.suspension-appeal-decided': 'Decided on an appeal against a suspension',
  'official.erasure-ordered': 'Erased an account on request',
  'official.projection-event-skipped': 'Left an unreadable event out of the figures',
  'official.log-key-introduced': 'Added a key for signing the log, or what officials do',
  'official.log-key-retired': 'Took a key out of service',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof officialsTexts> {}
}
