import { texts, type KeysOf } from '@isegoria/texts';

export const linkTexts = texts({
  'link.dead': 'This link no longer works',
  'link.used': 'It was used before, and works once only.',
  'link.replaced': 'A newer link was sent, or it was called off. Use the link in the newest message.',
  'link.overtaken': 'The address has an account by now. Sign in, or choose a new password if you do not know it.',
  'link.expired': 'It is too old.',
  'link.unknown': 'We do not recognise it. Part of it may be missing: copy the whole link from the message.',
  'link.whatNow': 'What you can do now',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof linkTexts> {}
}
