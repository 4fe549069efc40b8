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

export type StaffSignInFailed = DomainEvent<'StaffSignInFailed', { accountId: string; roles: readonly HeldRole[]; blind: string }>;
export const staffSignInFailed = event<StaffSignInFailed>('StaffSignInFailed', {
  stream: staffSignIns,
  says: 'A wrong password for such an account; at most one event a minute and account, however many tries there are.',
  sample: { accountId, roles: [{ role: 'official', unit: rootUnit }], blind: '0b'.repeat(32) },
});

export type StaffEvent = StaffSignedIn | StaffSignInFailed;
