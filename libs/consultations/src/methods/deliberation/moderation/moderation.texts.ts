import { texts, type KeysOf } from '@isegoria/texts';

export const moderationTexts = texts({
  'moderation.title': 'Moderation',
  'moderation.lead': 'Reject only what the published rules exclude. Every rejection is counted and its reason is public.',
  'moderation.empty': 'No statement is waiting.',
  'moderation.accept': 'Accept',
  'moderation.reject': 'Reject',
  'moderation.reason': 'Reason',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof moderationTexts> {}
}
