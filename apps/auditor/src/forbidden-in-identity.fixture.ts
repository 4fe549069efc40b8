import type { PaperSite } from './paper-site.fixture';

const minute = 60_000;
const other = 'ba7c0000-0000-4000-8000-00000000000f';

/** Somebody who appends straight to the event store. */
interface Insider {
  readonly site: PaperSite;
  readonly by: string;
  /** A sample, otherwise than it is. */
  readonly add: (type: string, differing?: object, actor?: unknown) => Promise<unknown>;
  /** All that comes before a sample. */
  readonly before: (type: string) => Promise<void>;
}
/** An act, and the rule that forbids it. */
export type Forbidden = readonly [what: string, rule: string, act: (insider: Insider) => Promise<unknown>];

/** Of units, accounts and erasures. */
export const forbiddenInIdentity: Readonly<Record<string, readonly Forbidden[]>> = {
  units: [
    [
      'a page in a unit that is closed',
      'begins-in-open-unit',
      async ({ site, add, before }) => {
        await before('UnitClosed');
        await add('UnitClosed');
        site.passed += 2 * minute;
        await add('PageDrafted', { unit: 'root.1f0c22aa' });
      },
    ],
    [
      'a consultation in a unit that is not there',
      'begins-in-open-unit',
      async ({ add }) => {
        await add('ConsultationDrafted', { unit: 'root.2a2a2a2a' });
      },
    ],
    [
      'the end of the root',
      'unit-closed-once',
      async ({ add }) => {
        await add('UnitClosed', { unit: 'root' });
      },
    ],
  ],
  imports: [
    [
      'a vote of today on a ballot that an office brought in',
      'imported-throughout',
      async ({ add, before }) => {
        await before('BallotExcluded');
        await add('PollBallotCast', { assurance: 'email', options: ['1'] });
      },
    ],
  ],
  erasures: [
    [
      'a batch of nobody',
      'batch-counts-once',
      async ({ add }) => {
        await add('AccountsErased', { count: 0, staff: [] });
      },
    ],
    [
      'accounts that are added to a batch',
      'batch-counts-once',
      async ({ add, before }) => {
        await before('AccountsErased');
        await add('AccountsErased');
        await add('AccountsErased', { count: 1, staff: [] });
      },
    ],
    [
      'an order that is added to a batch',
      'ordered-before-the-batch',
      async ({ add, before }) => {
        await before('AccountsErased');
        await add('AccountsErased');
        await add('ErasureOrdered');
      },
    ],
    [
      'a batch of fewer accounts than were ordered',
      'no-more-ordered-than-erased',
      async ({ add }) => {
        await add('ErasureOrdered');
        await add('ErasureOrdered');
        await add('AccountsErased', { count: 1, staff: [] });
      },
    ],
    [
      'pseudonyms in the order of accounts',
      'batch-sorted',
      async ({ add }) => {
        await add('AccountsErased', { count: 1, staff: [], authors: ['b', 'a'] });
      },
    ],
    [
      'a member of staff who was erased before',
      'staff-erased-once',
      async ({ add, before }) => {
        await before('AccountsErased');
        await add('AccountsErased');
        await add('AccountsErased', { batch: other, count: 1 });
      },
    ],
  ],
  suspensions: [
    [
      'an appeal that is decided by whoever suspended',
      'suspension-appeal-decided-by-another',
      async ({ add }) => {
        await add('SuspensionOrdered');
        await add('SuspensionAppealed');
        await add('SuspensionAppealDecided');
      },
    ],
    [
      'a decision on an appeal that nobody made',
      'suspension-appeal-decided-once',
      async ({ add }) => {
        await add('SuspensionOrdered');
        await add('SuspensionAppealDecided');
      },
    ],
    [
      'the end of a suspension that an appeal has ended',
      'suspension-ends-once',
      async ({ add, before }) => {
        await before('SuspensionAppealDecided');
        await add('SuspensionAppealDecided');
        await add('SuspensionEnded');
      },
    ],
    [
      'a second appeal',
      'one-appeal-against-a-suspension',
      async ({ add, before }) => {
        await before('SuspensionAppealed');
        await add('SuspensionAppealed');
        await add('SuspensionAppealed');
      },
    ],
    [
      'an appeal in plain words',
      'suspension-appeal-sealed',
      async ({ add }) => {
        await add('SuspensionOrdered');
        await add('SuspensionAppealed', { text: { plain: 'Why?' } });
      },
    ],
  ],
  accounts: [
    [
      'the registration of somebody who is there',
      'account-begins',
      async ({ add }) => {
        await add('AccountRegistered');
        await add('AccountRegistered');
      },
    ],
    [
      'a role for somebody who was erased',
      'account-exists',
      async ({ add, before }) => {
        await before('AccountsErased');
        await add('AccountsErased');
        await add('RoleGranted');
      },
    ],
    [
      'a second confirmation of an address',
      'confirmed-once',
      async ({ add, before }) => {
        await before('CredentialReissued');
        await add('EmailConfirmed');
      },
    ],
  ],
};
