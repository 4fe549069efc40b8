import { Inject, Injectable } from '@nestjs/common';
import { EventStore, fold } from '@isegoria/event-sourcing';
import type { Actor, Language } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import type { AccountEvent } from '../contract';
import type { ErasureEvent } from '../erasure/erasure.contract';
import type { AccountSuspended, SuspensionLifted } from '../suspension/suspension.contract';
import { newProfiles } from '../profile/profile.contract';
import { newRoles } from '../role/role.contract';
import { account, assuranceOf, rolesOf, suspensionOf, type AccountState } from './account.decider';

/** What is sealed in `AccountRegistered` and `ProfileChanged`. */
export interface Profile {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  /** An IANA name; absent for that of the site. */
  readonly timeZone?: string;
}

export interface Account {
  readonly id: string;
  readonly state: AccountState;
  /** The log position at which it was verified by a credential that was released before; undefined when it was not. */
  readonly reissuedAt: number | undefined;
  /** The log position of its last event; 0 for none. */
  readonly position: number;
  /** The log positions of what last changed its profile and its roles; 0 for nothing. */
  readonly version: number;
  readonly rolesVersion: number;
}

/** The actor when the holder of the account acts. */
export function actorOf({ id, state, reissuedAt }: Account): Actor {
  const suspension = suspensionOf(state, new Date());
  return {
    accountId: id,
    roles: rolesOf(state),
    assurance: assuranceOf(state),
    ...(reissuedAt === undefined ? {} : { reissuedAt }),
    ...(suspension && { suspension }),
  };
}

/** Stands in for the account of an unknown address, so that its path is as long (RFC 9562 section 5.9: no account ever has this id). */
export const nobody = '00000000-0000-0000-0000-000000000000';

export const accountStream = (accountId: string) => `account-${accountId}`;
/** Whether the account was erased is not in its own stream, which is in the public log. */
export const erasedStream = (accountId: string) => `erased-${accountId}`;
/** Whether the account is suspended, which no entry of the log says. */
export const suspendedStream = (accountId: string) => `suspended-${accountId}`;

/** Where profiles are sealed; the pseudonym of this context names the key. */
export const profileContext = 'account';

/** Accounts as they are in the store now: a change that was acknowledged by any instance shows in the next read. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  async read(id: string): Promise<Account> {
    const [events, suspensions, erasure] = await Promise.all([
      this.store.readStream<AccountEvent>(accountStream(id)),
      this.store.readStream<AccountSuspended | SuspensionLifted>(suspendedStream(id)),
      this.store.readStream<ErasureEvent>(erasedStream(id)),
    ]);
    const reissuedAt = events.find(({ type }) => type === 'CredentialReissued')?.position;
    // Nothing of the account counts that was recorded at the very moment of its erasure.
    const history = [...events, ...suspensions, ...erasure.filter((event) => event.type === 'AccountErased')];
    const lastOf = (types: readonly string[]) => events.findLast(({ type }) => types.includes(type))?.position ?? 0;
    return {
      id,
      state: fold<AccountState, AccountEvent>(account, history),
      reissuedAt,
      position: events.at(-1)?.position ?? 0,
      version: lastOf(newProfiles),
      rolesVersion: lastOf(newRoles),
    };
  }

  /** Whether the account holds a role or held one when it was erased, also one that had ended by itself. */
  async isOrWasStaff(id: string): Promise<boolean> {
    const events = await this.store.readStream<AccountEvent>(accountStream(id));
    return fold<AccountState, AccountEvent>(account, events).granted.length > 0;
  }

  /** Null for an imported account, for one that was erased, and for a person whose key was destroyed. */
  async profileOf({ state }: Account): Promise<Profile | null> {
    return state.erased ? null : this.open(state.profile);
  }

  /** The address that an account had, for its erasure: also that of an erased account while its key still exists. */
  async addressOf({ state }: Account): Promise<string | null> {
    return (await this.open(state.profile))?.email ?? null;
  }

  private async open(sealed: string | null): Promise<Profile | null> {
    if (sealed === null) return null;
    const [profile] = await this.keys.open([sealed]);
    return profile?.state === 'open' ? (JSON.parse(profile.text) as Profile) : null;
  }
}
