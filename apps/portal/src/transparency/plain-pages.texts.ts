import { texts, type KeysOf } from '@isegoria/texts';

export const plainPagesTexts = texts({
  'accessibility.1':
    'This site is meant for everybody. It is built to the Web Content Accessibility Guidelines 2.2, level AA: it works with a keyboard ' +
    'alone, with screen readers, enlarged, in dark and light, and on small phones.',
  'accessibility.2': 'Everything that a citizen or an official does here works without scripts. Every chart has a table beside it.',
  'accessibility.3':
    'Each page is checked by a program before a version is released, in languages written from the left and from the right. Such ' +
    'checks find about half of all barriers; a test with people who use assistive technology every day has not been done yet.',
  'accessibility.4': 'What people write in their contributions can be in any language and is not checked for plain wording.',
  'privacy.1':
    'We keep your name, your e-mail address and a scrambled form of your password. Name and address are encrypted under a key of your ' +
    'own; what you write is encrypted the same way in the log, and shown here for everybody to read.',
  'privacy.2':
    'In each consultation you have another pseudonym. Votes are public under that pseudonym, so that they can be recounted; your name ' +
    'is not.',
  'privacy.3':
    'You can erase your account yourself, on the page of your account, or have it erased. Your key is then destroyed. Your name, ' +
    'address and words are unreadable from then on, in every copy of the log; the counts and the proofs still hold.',
  'privacy.4':
    'This site sets cookies for your session, your language and your newest receipt. It loads nothing from other sites and watches nobody.',
  'privacy.5': 'Addresses of visitors are used to hold off floods of requests and are not written into the log.',
  'plain.ask': 'Something is not right, or you would like to know more?',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof plainPagesTexts> {}
}
