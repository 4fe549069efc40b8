import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Rejection,
  permitted,
  roles as allRoles,
  sourceLanguage,
  type AssuranceLevel,
  type Language,
  type Page,
  type Recorded,
} from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { PositionColumn, answer, insertNew, isRowId, pageOfRows, withTexts, wordsOf, type Projection } from '@isegoria/projection';
import type { AccountEvent } from '../contract';
import { isHeldAt, type GrantedRole, type RoleGranted, type RoleRevoked } from '../role/role.contract';
import type { AccountSuspended, SuspensionView } from '../suspension/suspension.contract';
import { listAccounts, showAccount, showOwnAccount, type AccountView } from './account.contract';

@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid')
  id: string;

  /** Sealed `{ email, name, language, timeZone }`; null for an imported account, which has none, and after the account was erased. */
  @Column('text', { nullable: true })
  profile: string | null;

  @Column('boolean')
  imported: boolean;

  @Column('text')
  assurance: AssuranceLevel;

  /** In the order in which they were granted. */
  @Column('jsonb')
  roles: GrantedRole[];

  @Column('jsonb', { nullable: true })
  suspension: SuspensionView | null;

  @Column('boolean')
  erased: boolean;

  /** Where in the log it got the profile that it has. */
  @PositionColumn()
  version: number;

  /** Where in the log its roles were last changed; 0 where they never were. */
  @PositionColumn({ name: 'roles_version' })
  rolesVersion: number;

  @PositionColumn({ name: 'created_position' })
  createdPosition: number;
}

export function accountListProjection(): Projection {
  return { name: 'identity/account-list', entities: [AccountRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  const relevant = events as readonly Recorded<AccountEvent>[];
  await insertNew(rows, AccountRow, relevant.flatMap(newAccount));
  for (const { type, data, position } of relevant) {
    if (type === 'EmailConfirmed') await rows.update(AccountRow, { id: data.accountId, assurance: 'anonymous' }, { assurance: 'email' });
    if (type === 'AccountVouchedFor') await rows.update(AccountRow, { id: data.accountId }, { assurance: data.level });
    if (type === 'ProfileChanged')
      await rows.update(AccountRow, { id: data.accountId }, { profile: data.profile.sealed, version: position });
    if (type === 'RoleGranted' || type === 'RoleRevoked')
      await changeRoles(rows, { type, data, position } as Recorded<RoleGranted | RoleRevoked>);
    if (type === 'AccountSuspended') await rows.update(AccountRow, { id: data.accountId }, { suspension: suspensionIn(data) });
    if (type === 'SuspensionLifted') await rows.update(AccountRow, { id: data.accountId }, { suspension: null });
    if (type === 'AccountErased')
      await rows.update(AccountRow, { id: data.accountId }, { profile: null, roles: [], suspension: null, erased: true });
  }
}

function newAccount({ type, data, position }: Recorded<AccountEvent>): AccountRow[] {
  const common = { roles: [], imported: false, suspension: null, erased: false };
  const at = { createdPosition: position, version: position, rolesVersion: 0 };
  if (type === 'AccountRegistered') return [{ ...common, ...at, id: data.accountId, profile: data.profile.sealed, assurance: 'anonymous' }];
  if (type === 'AccountImported') return [{ ...common, ...at, id: data.accountId, profile: null, imported: true, assurance: 'anonymous' }];
  return [];
}

function suspensionIn({ suspensionId, until, reason, role }: AccountSuspended['data']): SuspensionView {
  return { id: suspensionId, until, reason, ...(role && { orderedAs: role }) };
}

async function changeRoles(rows: EntityManager, { type, data, position }: Recorded<RoleGranted | RoleRevoked>): Promise<void> {
  const { accountId, role, unit } = data;
  const account = await rows.findOneBy(AccountRow, { id: accountId });
  // Of an account that was erased at the same moment.
  if (account?.erased) return;
  const others = (account?.roles ?? []).filter((held) => held.role !== role || held.unit !== unit);
  const until = type === 'RoleGranted' && data.until !== undefined ? { until: data.until } : {};
  const held = type === 'RoleGranted' ? [...others, { role, unit, ...until }] : others;
  await rows.update(AccountRow, { id: accountId }, { roles: held, rolesVersion: position });
}

/**
 * One account as its holder sees it; undefined when there is none. Name and address are empty if it was erased, or if the person's key is
 * gone.
 */
export async function accountById(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  accountId: string,
): Promise<AccountView | undefined> {
  if (!isRowId(accountId)) return undefined;
  const row = await rows.getRepository(AccountRow).findOneBy({ id: accountId });
  return row ? (await viewsOf([row], keys))[0] : undefined;
}

/** Accounts, newest first; those that imports made only when asked for. */
export async function accountList(
  rows: DataSource | EntityManager,
  keys: SubjectKeys,
  { cursor, imported = false }: { cursor?: string; imported?: boolean } = {},
): Promise<Page<AccountView>> {
  const query = rows.getRepository(AccountRow).createQueryBuilder('account');
  if (!imported) query.where('NOT account.imported');
  const { items, ...page } = await pageOfRows(query, { by: 'createdPosition', newestFirst: true, cursor });
  return { ...page, items: await viewsOf(items, keys) };
}

function viewsOf(rows: readonly AccountRow[], keys: SubjectKeys): Promise<AccountView[]> {
  const profileIn = ({ profile }: AccountRow) => (profile === null ? null : { sealed: profile });
  return withTexts(keys, rows, profileIn, ({ id, assurance, roles, suspension, erased, version, rolesVersion }, profile) => ({
    id,
    ...profileOf(wordsOf(profile)),
    roles: allRoles.flatMap((role) => roles.filter((held) => held.role === role && isHeldAt(held, Date.now()))),
    assurance,
    ...(suspension && Date.parse(suspension.until) > Date.now() ? { suspension } : {}),
    ...(erased ? { erased } : {}),
    ...{ version, rolesVersion },
  }));
}

function profileOf(opened: string | null): Pick<AccountView, 'name' | 'email' | 'language' | 'timeZone'> {
  const {
    name = '',
    email = '',
    language = sourceLanguage,
    timeZone,
  } = opened === null ? {} : (JSON.parse(opened) as { name?: string; email?: string; language?: Language; timeZone?: string });
  return { name, email, language, ...(timeZone !== undefined && { timeZone }) };
}

/** How long the row of a new account may take (milliseconds). */
const rowWithin = 5_000;

export const accountAnswers = [
  // Administrators of a unit below the root see all accounts, too: an account belongs to no unit until it has a role there, and to give it
  // one the administrator must find it.
  answer(listAccounts, ['identity'], ({ cursor }, { rows, keys }) => accountList(rows, keys, { cursor })),
  answer(showAccount, ['identity'], async ({ accountId }, { rows, keys }) => {
    const account = await accountById(rows, keys, accountId);
    if (!account) throw new Rejection('ACCOUNT_NOT_FOUND');
    return account;
  }),
  // A person with a session has an account: right after a registration its row is only a moment behind.
  answer(showOwnAccount, ['identity'], async (_, { rows, keys, reader }) => {
    const { accountId, lacksSecondFactor } = permitted(reader, 'participate');
    for (const deadline = Date.now() + rowWithin; Date.now() < deadline; await pause(50)) {
      const account = await accountById(rows, keys, accountId);
      if (account) return lacksSecondFactor ? { ...account, roles: [], lacksSecondFactor } : account;
    }
    throw new Rejection('UNAVAILABLE');
  }),
];
