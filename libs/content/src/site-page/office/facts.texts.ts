import { texts, type KeysOf } from '@isegoria/texts';

export const factsTexts = texts({
  'fact.provider': 'Name and legal form',
  'fact.address': 'Postal address',
  'fact.representative': 'Represented by',
  'fact.representative.hint':
    'An office, such as “the Minister”. What you enter stays in the public log for ever, so do not name a person.',
  'fact.reach': 'Contact',
  'fact.supervision': 'Supervised by',
  'fact.supervision.hint': 'May be left empty.',
  'fact.law': 'Law and court',
  'fact.controller': 'Controller',
  'fact.dataProtectionOfficer': 'Data protection officer',
  'fact.dataProtectionOfficer.hint': 'How to reach the office. Do not name a person.',
  'fact.legalBasis': 'Legal basis',
  'fact.legalBasis.hint': 'Such as article 6(1)(e) of the General Data Protection Regulation with the law that gives you the task.',
  'fact.retention': 'How long data are kept',
  'fact.retention.hint': 'Accounts, mail, server logs and backups, each with its time.',
  'fact.recipients': 'Processors and other recipients',
  'fact.authority': 'Supervisory authority',
  'fact.conformity': 'Compliance',
  'fact.barriers': 'Non-accessible content',
  'fact.barriers.hint':
    'What, why (not compliant, disproportionate burden, or outside the law), and what is accessible instead. Not needed if ' +
    'the site is fully compliant.',
  'fact.examination': 'How it was assessed',
  'fact.examinedOn': 'Date of the statement or of its last review',
  'fact.feedback': 'How to report a barrier',
  'fact.enforcement': 'Where to complain',
  'fact.moderators': 'Who moderates, and how soon',
  'fact.more': 'Additional text',
  'fact.more.hint': 'Shown at the end of the page. Markdown. May be left empty.',
  'fact.inLanguage': {
    text: '{fact} ({language})',
    comment: "{fact} is a label such as 'Legal basis', {language} the name of a language as within a sentence.",
  },
  'fact.choose': 'Choose',
  'field.fact.wrong': 'Enter a text of at most {max, number} characters, or leave it empty.',
  'field.examinedOn.wrong': 'Enter a day, such as 2026-11-27, or leave it empty.',
  'field.factChoice.wrong': 'Choose one of the answers, or none.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof factsTexts> {}
}
