import { IsBoolean, IsISO8601, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import {
  IsUnit,
  Nested,
  OrAbsent,
  PageRequest,
  assuranceLevels,
  languages,
  pageQuery,
  query,
  roles,
  stream,
  type AssuranceLevel,
  type HeldRole,
  type Language,
  type Role,
} from '@isegoria/kernel';
import { SuspensionView } from '../suspension/suspension.contract';

export class HeldRoleView implements HeldRole {
  @IsIn(roles) readonly role: Role;
  @IsUnit() readonly unit: string;
  /** When it ends by itself; absent where it does not. */
  @OrAbsent() @IsISO8601() readonly until?: string;
}

/** An account as its holder (and an administrator) sees it. */
export class AccountView {
  @IsUUID() readonly id: string;
  @IsString() readonly name: string;
  @IsString() readonly email: string;
  @IsIn(languages) readonly language: Language;
  /** An IANA name; absent where times are shown in the zone of the site. */
  @OrAbsent() @IsString() readonly timeZone?: string;
  /** Beyond that of a citizen, which everybody with an account is. */
  @Nested(() => HeldRoleView, { each: true }) readonly roles: readonly HeldRoleView[];
  @IsIn(assuranceLevels) readonly assurance: AssuranceLevel;
  /** Present when roles are held that do not count in this session, which no second factor opened: there are no roles then. */
  @OrAbsent() @IsBoolean() readonly lacksSecondFactor?: true;
  /** Present while the account is suspended. */
  @OrAbsent() @Nested(() => SuspensionView) readonly suspension?: SuspensionView;
  /** Present when the account was erased: name and address are empty then, and it has no roles. */
  @OrAbsent() @IsBoolean() readonly erased?: true;
  /** Of name, address, language and time zone; a change of them may be based on it (`If-Match`). */
  @IsInt() readonly version: number;
  /** Of its roles; a change of them may be based on it. */
  @IsInt() readonly rolesVersion: number;
}

export class ShowOwnAccount {}
export const showOwnAccount = query(ShowOwnAccount, AccountView, { route: 'GET /me', may: 'participate', summary: 'The own account' });

export class ShowAccount {
  @IsUUID() accountId: string;
}
export const showAccount = query(ShowAccount, AccountView, {
  route: 'GET /accounts/:accountId',
  may: 'administer',
  summary: 'One account',
});
export class ListAccounts extends PageRequest {}
export const listAccounts = pageQuery(ListAccounts, AccountView, {
  route: 'GET /accounts',
  may: 'administer',
  summary: 'Accounts, newest first',
});
export const accountStreams = stream('account-<accountId>', 'withheld');
