import { event, stream, type DomainEvent } from '@isegoria/kernel';

const accountId = 'acc00000-0000-4000-8000-000000000001';
const blind = '5b'.repeat(32);

/**
 * Who has an address: one stream for each, named by a keyed hash. Unlogged, since it goes on when the address is registered anew: in the
 * public log it would say that the second account is of the same person as the first.
 */
const emailAddresses = stream('email-<keyed hash of the address>', 'unlogged');

/**
 * `blind` is 32 secret bytes, hex: without them the hash of the data, which is public, would reveal the account of the address to anybody
 * who tries all accounts. Early events have none.
 */
export type EmailClaimed = DomainEvent<'EmailClaimed', { accountId: string; blind?: string }>;
export const emailClaimed = event<EmailClaimed>('EmailClaimed', {
  stream: emailAddresses,
  says: 'Which account has this address. `blind` (32 secret bytes in hex) keeps the public hash from tying the two.',
  sample: { accountId, blind },
});

export type EmailReleased = DomainEvent<'EmailReleased', { accountId: string; blind?: string }>;
export const emailReleased = event<EmailReleased>('EmailReleased', {
  stream: emailAddresses,
  says: 'The account that had this address was erased, and anybody may claim it. The last claim without a release says who has it.',
  sample: { accountId, blind },
});

export type AddressEvent = EmailClaimed | EmailReleased;
