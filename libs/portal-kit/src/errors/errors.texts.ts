import { texts, type KeysOf } from '@isegoria/texts';

export const errorsTexts = texts({
  'signIn.aside': 'Sign in (in a new window), then come back here and send again.',
  'sender.title': { text: 'Somebody else is signed in now', comment: 'Heading of a form that one person wrote and another sent.' },
  'sender.changed': {
    text:
      'This page was opened by another person, and {name} has signed in since, in another window. Nothing was recorded. Send it only if ' +
      'the words are yours; otherwise sign in as the person who wrote them.',
    comment: '{name} is the name of a person.',
  },
  'sender.sendAs': { text: 'Send as {name}', comment: 'A button; {name} is the name of a person.' },
  'error.title': 'Something went wrong',
  'error.detail': 'The mistake is ours. Please try again in a moment.',
  'error.incident': 'If you report it, please quote this number: {id}',
  'error.home': 'Go to the start page',
  'error.notFound.title': 'There is nothing at this address',
  'error.notFound.detail': 'The page may have been withdrawn, or the address may be wrong.',
  'error.gone.title': 'This is no longer here',
  'error.unavailable.title': 'Temporarily unavailable',
  'error.unavailable.detail': 'Part of the platform is not responding. What is recorded is safe; please try again in a moment.',
  'error.forbidden.title': 'You cannot open this page',
  'error.unsent':
    'Nothing was recorded yet. Everything you wrote is still here: send it again. It is counted once, however often you send it.',
  'error.unsentFinal': 'What you sent was not recorded. Everything you wrote is below, so that you can copy it.',
  'error.tooLarge':
    'What you sent is too large to be read, and nothing was recorded. Go back with your browser: what you wrote is still ' +
    'there. Shorten it, or send it in several parts.',
  'kept.title': {
    text: 'Not recorded',
    comment: 'Heading above the words of somebody whose contribution came too late, or was refused for another reason.',
  },
  'kept.copy': 'Your text is here, so that you can copy it.',
  'error.typed': 'What you wrote',
  'error.sendAgain': 'Send again',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof errorsTexts> {}
}
