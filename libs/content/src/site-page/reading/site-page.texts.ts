import { texts, type KeysOf } from '@isegoria/texts';

export const sitePageTexts = texts({
  'sitePage.changed': 'Last changed on {date}',
  'sitePage.blank': {
    text: 'Still to be filled in: {fact}',
    comment: "{fact} is the label of what is missing, such as 'Legal basis'.",
  },
  'sitePage.ask': 'Is something wrong, or would you like to know more?',
  'sitePage.imprint.who': 'Who publishes this site',
  'sitePage.terms.use': 'Using the site',
  'sitePage.terms.use.1':
    'Everybody may read this site without an account. To take part, register with an e-mail address, once per person.',
  'sitePage.terms.use.2':
    'The site may be unavailable for a time. If that happens shortly before a consultation closes, the institution may ' +
    'extend it, and will say why.',
  'sitePage.terms.contributions': 'What you contribute',
  'sitePage.terms.contributions.1':
    'What you write is published under a pseudonym, and everybody may read, quote and analyse it. Contribute only your own ' +
    'words, or words that you have the right to pass on.',
  'sitePage.terms.contributions.2':
    'A consultation informs a decision and does not replace it, unless its page says otherwise. The institution publishes ' +
    'what it decided and why.',
  'sitePage.terms.law': 'Which law applies',
  'sitePage.privacy.who': 'Who is responsible for your data',
  'sitePage.privacy.what': 'What we keep',
  'sitePage.privacy.why': 'What it is used for',
  'sitePage.privacy.why.1':
    'We use your data to let you take part, to count each person once, to answer you, and to let everybody check the ' +
    'result. They are not used for advertising, and no decision about you is made by a program.',
  'sitePage.privacy.howLong': 'How long we keep it',
  'sitePage.privacy.toWhom': 'Who receives it',
  'sitePage.privacy.toWhom.1':
    'Votes and contributions are public under a pseudonym, and anybody may copy them. Names and addresses are not ' + 'published.',
  'sitePage.privacy.rights': 'Your rights',
  'sitePage.privacy.rights.1':
    'You may see your data and take them with you as a file, correct them, have their use restricted, object to it, and ' +
    'erase your account. You can do all of this yourself on the page of your account, except for restriction and objection.',
  'sitePage.privacy.rights.2': 'You may also complain to the supervisory authority:',
  'sitePage.accessibility.commitment': {
    text:
      'The institution responsible for this website, {institution}, is committed to making it accessible, in accordance with the ' +
      'national law that implements Directive (EU) 2016/2102. This statement applies to this website.',
    comment: '{institution} is the name of the institution, without an article and of any gender.',
  },
  'sitePage.accessibility.status': 'Compliance status',
  'sitePage.accessibility.barriers': 'What is not accessible',
  'sitePage.accessibility.preparation': 'Preparation of this statement',
  'sitePage.accessibility.feedback': 'Feedback and contact',
  'sitePage.accessibility.enforcement': 'Enforcement procedure',
  'sitePage.accessibility.built': 'How the site is built',
  'conformity.full': 'This website is fully compliant with the harmonised standard EN 301 549 (WCAG 2.1, level AA).',
  'conformity.partial':
    'This website is partially compliant with the harmonised standard EN 301 549 (WCAG 2.1, level AA), because of what is ' +
    'listed below.',
  'conformity.none':
    'This website is not compliant with the harmonised standard EN 301 549 (WCAG 2.1, level AA). What does not comply is ' +
    'listed below.',
  'examination.self': 'The statement is based on a self-assessment by the institution.',
  'examination.third-party': 'The statement is based on an assessment by a third party.',
  'sitePage.accessibility.examinedOn': 'It was prepared or last reviewed on {date}.',
  'sitePage.rules.after': 'If a contribution breaks a rule',
  'sitePage.rules.after.1':
    'It is hidden, with the reason in its place. Votes and replies to it stay. Anybody can report a contribution, with or ' +
    'without an account.',
  'sitePage.cookies.lead':
    'This site uses only cookies that it cannot work without, so it asks for no consent. It loads nothing from other ' + 'sites.',
  'sitePage.cookies.list': 'What is stored in your browser',
  'cookies.session': 'Your session, once you have signed in, until you sign out or the session ends.',
  'cookies.language': 'The language you chose, for one year.',
  'cookies.receipt': 'The receipt for your latest contribution, for 15 minutes.',
  'cookies.accepted': 'That a form was accepted, for one minute.',
  'cookies.draft': 'A copy of what you type in a form, in the tab alone, until the form is accepted or you close the tab.',
  'sitePage.more': 'Further information',
  'accessibility.1':
    'This site is meant for everybody. It is built to the Web Content Accessibility Guidelines 2.2, level AA: it works with a keyboard ' +
    'alone, with screen readers, enlarged, in dark and light, and on small phones.',
  'accessibility.2': 'Everything that a citizen or an official can do here works without scripts. Every chart has a table beside it.',
  'accessibility.3':
    'Each page is checked by a program before a version is released, in languages written from the left and from the right. Such ' +
    'checks find about half of all barriers; a test with people who use assistive technology every day has not been done yet.',
  'accessibility.4': 'What people write in their contributions can be in any language and is not checked for plain wording.',
  'privacy.1':
    'We keep your name, your e-mail address and a fingerprint of your password. Name and address are encrypted with a key ' +
    'of your own; what you write is encrypted the same way in the log, and shown here for everybody to read.',
  'privacy.2':
    'You have a different pseudonym in each consultation. Votes are public under that pseudonym, so that they can be ' +
    'recounted; your name is not.',
  'privacy.3':
    'You can erase your account yourself, on the page of your account, or have it erased. Your key is then destroyed. From ' +
    'then on, nobody can read your name, address or texts in any copy of the log; the counts and the proofs remain valid.',
  'privacy.4':
    'This site sets cookies for your session, your language and your latest receipt. It loads nothing from other sites and ' +
      'does not track anybody.',
  'privacy.5': 'Network addresses of visitors are used to limit floods of requests and are not written into the log.',
  'privacy.6': {
    text:
      'When you vote, we keep for {days} days that the vote came from one of a group of neighbouring networks and from a phone, ' +
      'tablet or computer, in a scrambled form. It lets moderators see where a program casts many votes. Your address itself is not ' +
      'kept, and two consultations cannot be compared by it.',
    comment: '{days} is a number, 30.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof sitePageTexts> {}
}
