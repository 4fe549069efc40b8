import { texts, type KeysOf } from '@isegoria/texts';

export const errorsTexts = texts({
  'signIn.aside': 'Sign in (in a new window), then come back here and send again.',
  'error.title': 'Something went wrong',
  'error.detail': 'The mistake is ours. Please try again in a moment.',
  'error.incident': 'If you report it, please name this number: {id}',
  'error.home': 'Go to the start page',
  'error.notFound.title': 'There is nothing at this address',
  'error.notFound.detail': 'The page may have been withdrawn, or the address is not quite right.',
  'error.gone.title': 'This is no longer here',
  'error.unavailable.title': 'Temporarily unavailable',
  'error.unavailable.detail': 'Part of the platform is not responding. What is recorded is safe; please try again in a moment.',
  'error.forbidden.title': 'This is not open to you',
  'error.unsent':
    'What you sent could not be recorded just now. It all stands here, to be sent again; it is counted once, however often you press.',
  'error.unsentFinal': 'What you sent was not recorded. Everything you wrote stands below, so that you can copy it.',
  'error.tooLarge':
    'What you sent is too large to be read, and nothing was recorded. Go back with your browser: your words are still there. Shorten ' +
    'them, or send them in several parts.',
  'kept.title': {
    text: 'Not recorded',
    comment: 'Heading above the words of somebody whose contribution came too late, or was refused for another reason.',
  },
  'kept.copy': 'Your words stand here, so that you can copy them.',
  'error.typed': 'What you wrote',
  'error.sendAgain': 'Send again',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof errorsTexts> {}
}
