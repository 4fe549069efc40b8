import { event, rootUnit, stream, type DomainEvent, type HeldRole } from '@isegoria/kernel';

const accountId = 'acc00000-0000-4000-8000-000000000001';

/** The one stream of all sign-ins of staff, so that no leaf of the log says whose it was. */
export const staffSignInsStream = 'staff-sign-ins';

const staffSignIns = stream(staffSignInsStream, 'withheld');

/**
 * `roles` are all those that the account had then. `blind` is 32 secret bytes, hex: without them the hash of the data, which is public,
 * would give the account away to anybody who tries all of them.
 */
export type StaffSignedIn = DomainEvent<'StaffSignedIn', { accountId: string; roles: readonly HeldRole[]; blind: string }>;
export const staffSignedIn = event<StaffSignedIn>('StaffSignedIn', {
  stream: staffSignIns,
  says: 'Somebody with a role beyond citizen signed in. `blind` is 32 secret bytes in hex, so that the public hash gives nobody away.',
  sample: { accountId, roles: [{ role: 'official', unit: rootUnit }], blind: '0b'.repeat(32) },
});

/** What failed since the last such event, of everybody: `others` are the tries that were not for an account of the staff. */
export type SignInsFailed = DomainEvent<
  'SignInsFailed',
  { staff: readonly { accountId: string; roles: readonly HeldRole[]; tries: number }[]; others: number; blind: string }
>;
export const signInsFailed = event<SignInsFailed>('SignInsFailed', {
  stream: staffSignIns,
  says: 'Wrong passwords of an hour, for the staff by account, for all other addresses together: the same leaf whoever was tried.',
  sample: { staff: [{ accountId, roles: [{ role: 'official', unit: rootUnit }], tries: 3 }], others: 12, blind: '0b'.repeat(32) },
});

export type StaffEvent = StaffSignedIn | SignInsFailed;
