import { texts, type KeysOf } from '@isegoria/texts';

export const linkTexts = texts({
  'link.dead': 'This link does not work any more',
  'link.used': 'It was used before, and works once only.',
  'link.replaced': 'A newer link was sent, or it was called off. Use the link in the newest message.',
  'link.overtaken': 'The address has an account by now. Sign in, or choose a new password if you do not know it.',
  'link.expired': 'It is too old.',
  'link.unknown': 'We do not know it, or not any more. Perhaps a part of it was lost: copy it whole from the message.',
  'link.whatNow': 'What you can do now',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof linkTexts> {}
}
