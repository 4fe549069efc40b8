import type { DomainEvent, EventMetadata } from '../event';
import type { RolePermission } from './permission';
import type { StreamFamily } from './stream';

/** A version of an event's data before the present one. The first in the list is version 1. */
export interface EarlierVersion {
  readonly sample: object;
  /** Gives the data in the form of the next version; pure, and leaves its argument as it is. */
  readonly upcast: (data: Readonly<Record<string, unknown>>) => object;
}

/** What an act of office was about: a member of the data; null if the stream's name says it all. */
export interface Subject {
  readonly member: string;
  /** Ids of accounts are not published whole, and keys by name and hash alone. */
  readonly shownAs: 'id' | 'account' | 'key';
}

/** An act of office that everybody may see on the list of what officials did. */
export interface Act {
  readonly subject: Subject | null;
  /** The member that says why. */
  readonly reason: string;
  /** The member with the name, within its activity, of what it was about. */
  readonly named: string;
}

type MemberOf<E extends DomainEvent> = keyof E['data'] & string;

/** How an act is declared: `{ subject: 'voter' }`. */
export interface DeclaredAct<E extends DomainEvent> {
  /** The member with the id of what it was about; absent if the stream is the only one of its kind. */
  readonly subject?: MemberOf<E> | { readonly account: MemberOf<E> } | { readonly key: MemberOf<E> };
  /** `reason` when absent. */
  readonly reason?: MemberOf<E>;
  /** `named` when absent. */
  readonly named?: MemberOf<E>;
}

/**
 * When an event that otherwise needs a permission needs none and is not an act of office: it happens by itself, with `by` null, or an
 * account does it to itself, with `by` its own `accountId`.
 */
export type WithoutPermission = 'by itself' | 'own account';

export interface Declaration<E extends DomainEvent> {
  readonly stream: StreamFamily;
  /** What happened, in a sentence or two: for the reference. */
  readonly says: string;
  /** The permission that the account in `by` needs. Absent if no official acts. */
  readonly may?: RolePermission;
  readonly orElse?: WithoutPermission;
  /**
   * Where a later event of this type replaces an earlier one in its stream: the members with the ids of what it is about, none if all in a
   * stream are about one thing. Absent if every event stands for itself.
   */
  readonly lastCountsBy?: readonly MemberOf<E>[];
  /** True where the account needed the permission when it acted, which was after the batch before was recorded, and may lack it by now. */
  readonly isRecordedLater?: boolean;
  /** True where the platform records it by itself, and signs it for nobody: rules cannot tell it from one that somebody made up. */
  readonly isSigned?: boolean;
  /** Every version before the present one, from the first on. */
  readonly earlier?: readonly EarlierVersion[];
  /** The present data, with invented ids and no people. */
  readonly sample: E['data'];
}

/** Everything that is declared once about an event, for whatever is derived from it. */
export interface EventContract<E extends DomainEvent = DomainEvent> {
  readonly type: E['type'];
  /** The version of the data that this program writes, from 1. */
  readonly schema: number;
  readonly stream: StreamFamily;
  readonly says: string;
  readonly may?: RolePermission;
  readonly orElse?: WithoutPermission;
  readonly isRecordedLater?: boolean;
  readonly isSigned?: boolean;
  readonly act?: Act;
  readonly lastCountsBy?: readonly string[];
  readonly earlier: readonly EarlierVersion[];
  readonly sample: E['data'];
}

/** The contract of an event that is an act of office. */
export type ActContract<E extends DomainEvent = DomainEvent> = EventContract<E> & { readonly act: Act };

/**
 * Declares an event beside its type:
 * `event<BallotExcluded>('BallotExcluded', { stream: ballots, says: '...', may: 'moderate', act: { subject: 'voter' }, sample: {...} })`.
 */
export function event<E extends DomainEvent>(
  type: E['type'],
  declaration: Declaration<E> & { readonly act: DeclaredAct<E> },
): ActContract<E>;
export function event<E extends DomainEvent>(type: E['type'], declaration: Declaration<E>): EventContract<E>;
export function event<E extends DomainEvent>(
  type: E['type'],
  declaration: Declaration<E> & { readonly act?: DeclaredAct<E> },
): EventContract<E> {
  const { act, earlier = [], ...rest } = declaration;
  return { type, schema: earlier.length + 1, ...rest, earlier, ...(act && { act: actFrom(act) }) };
}

/** Whether what the data say is one of the cases that need no permission. */
export function needsNoPermission({ orElse }: EventContract, data: object): boolean {
  const { by, accountId } = data as { readonly by?: unknown; readonly accountId?: unknown };
  if (orElse === 'by itself') return by === null;
  return orElse === 'own account' && by === accountId;
}

/**
 * Whether an event is an act of staff, which the platform signs: it needs a permission, or an office brings it in. What people do as
 * citizens is none.
 */
function isActOfStaff({ may }: Pick<EventContract, 'may'>, { imported }: Pick<EventMetadata, 'imported'>): boolean {
  return may !== undefined || imported !== undefined;
}

/** Whether the platform signs an event: acts of staff, and what contracts say besides. */
export function mustBeSigned(contract: Pick<EventContract, 'may' | 'isSigned'>, metadata: Pick<EventMetadata, 'imported'>): boolean {
  return contract.isSigned === true || isActOfStaff(contract, metadata);
}

/** What an event is about: of two of its type about the same, in one stream, the last counts. Undefined if each stands for itself. */
export function topicOf({ lastCountsBy }: Pick<EventContract, 'lastCountsBy'>, data: object): string | undefined {
  if (!lastCountsBy) return undefined;
  const members = data as Readonly<Record<string, unknown>>;
  return lastCountsBy.map((member) => String(members[member])).join(' ');
}

function actFrom<E extends DomainEvent>({ subject, reason, named }: DeclaredAct<E>): Act {
  return { subject: subjectFrom(subject), reason: reason ?? 'reason', named: named ?? 'named' };
}

function subjectFrom<E extends DomainEvent>(subject: DeclaredAct<E>['subject']): Subject | null {
  if (subject === undefined) return null;
  if (typeof subject === 'string') return { member: subject, shownAs: 'id' };
  return 'account' in subject ? { member: subject.account, shownAs: 'account' } : { member: subject.key, shownAs: 'key' };
}
