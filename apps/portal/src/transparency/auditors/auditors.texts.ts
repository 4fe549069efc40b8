import { texts, type KeysOf } from '@isegoria/texts';

export const auditorsTexts = texts({
  'auditors.title': 'For auditors',
  'auditors.lead':
    'An auditor checks this site from outside and tells everybody what they found. Anybody can do it; nobody has to be asked.',
  'auditors.role': 'What an auditor does',
  'auditors.role1': 'Reads the whole public log, and checks that nothing in it was altered, removed or put in between.',
  'auditors.role2': 'Counts every vote again, and compares the result with the figures that this site publishes.',
  'auditors.role3': 'Checks that each act of an official was done by somebody with a role for it, and within the rules.',
  'auditors.role4': 'Keeps the checkpoints that they saw, compares them with those of others, and comes back from time to time.',
  'auditors.account':
    'None of this needs an account. The institution can also give an account the role of auditor: with it, the log gives the events ' +
    'about accounts and staff as well, and what is needed to compare the words of citizens with the log. It gives no right to ' +
    'change anything.',
  'auditors.commands': 'The commands',
  'auditors.commandsLead': 'You need a computer with Node.js and a copy of the program’s source code.',
  'auditors.whole': 'Check everything:',
  'auditors.bundle': 'Check everything and keep what was read in a file:',
  'auditors.again': 'Check that file again later, without a network:',
  'auditors.token': 'With the role of auditor (the program reads the token of your session from its standard input):',
  'auditors.result':
    'A program that finds a difference says which, and at which entry. What it could not check is listed at the end, after the ' +
    'words NOT CHECKED.',
  'auditors.unchecked': 'What is not checked',
  'auditors.unchecked1':
    'Without the role of auditor: the contents of events about accounts and staff, and so who gave roles and imported accounts; and ' +
    'whether the words of citizens are those that were recorded.',
  'auditors.unchecked2': 'Without witnesses: whether the log that you are shown is the one that everybody else is shown.',
  'auditors.unchecked3': 'In part of a log or in a file: whatever is not in it, such as figures that need the whole log.',
  'auditors.unchecked4':
    'On pages: charts, what styles and scripts change, and all pages except results, consultations and what officials did.',
  'auditors.unchecked5': 'Words that were erased at somebody’s request, until the log says so: this can take up to 30 days.',
  'auditors.unchecked6': 'Whether each account is one real person, and whether somebody was put under pressure. No program can tell.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof auditorsTexts> {}
}
