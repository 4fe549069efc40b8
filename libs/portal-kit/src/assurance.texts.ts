import { texts, type KeysOf } from '@isegoria/texts';

export const assuranceTexts = texts({
  'assuranceLevel.anonymous': {
    text: 'Anonymous',
    comment: 'Said of a person or a vote: nobody vouches for who it is, and no e-mail address was confirmed.',
  },
  'assuranceLevel.email': {
    text: 'E-mail confirmed',
    comment: 'Said of a person or a vote: the person confirmed an e-mail address.',
  },
  'assuranceLevel.attested': {
    text: 'Attested by an office',
    comment: 'Said of a person or a vote: an office knows the person by name.',
  },
  'assuranceLevel.register': {
    text: 'Found in a register',
    comment: 'Said of a person or a vote: the person is in a public register, such as that of inhabitants.',
  },
  'assuranceLevel.eid': {
    text: 'Electronic identity',
    comment: 'Said of a person or a vote: the person showed an electronic identity, such as a card with a chip.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof assuranceTexts> {}
}
