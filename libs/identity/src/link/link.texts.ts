import { texts, type KeysOf } from '@isegoria/texts';

export const linkTexts = texts({
  'link.dead': 'This link no longer works',
  'link.used': 'It has already been used, and it works only once.',
  'link.replaced': 'A newer link was sent, or this one was cancelled. Use the link in the latest message.',
  'link.overtaken': 'The address now has an account. Sign in, or choose a new password if you do not know it.',
  'link.expired': 'It has expired.',
  'link.unknown': 'We do not recognise it. Part of it may be missing: copy the whole link from the message.',
  'link.whatNow': 'What you can do now',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof linkTexts> {}
}
